import { TopoGcError } from '../../domain/errors.ts';
import { systemClock } from '../host/system-clock.ts';

const MIB = 1024 * 1024;

/** What requests that are under way may take together, in bytes: their bodies, and what is made of these. */
const MOST_BYTES = 16 * MIB;

/** A body that has not come by then may be given up for others, in ms. */
const PATIENCE_MS = 1_000;

/** What the look-up of a member takes beside its name, in bytes. */
export const LOOK_UP_BYTES = 2_048;

const overloaded = (): TopoGcError =>
  new TopoGcError(
    'overloaded',
    `Requests of ${MOST_BYTES / MIB} MiB are under way already, and the agent takes no more; nothing was taken`,
  );

/** What of the budget one request has taken; it is given back once. */
export interface Share extends Disposable {
  /** @throws TopoGcError `overloaded` where there is not so much left */
  take(bytes: number): void;
  /** Until what is returned is called: its body is still to come, and may be given up for others, with that error. */
  receive(giveUp: (error: TopoGcError) => void): () => void;
}

/**
 * Keeps the requests that are under way within the memory that an agent may take. Where there is none left, those whose bodies do
 * not come are given up, the oldest first: they would hold up all others until their time is over.
 */
export class BodyBudget {
  #taken = 0;
  /** In the order in which they began. */
  readonly #receiving = new Map<Share, { readonly since: number; giveUp(error: TopoGcError): void }>();

  share(): Share {
    let own = 0;
    const share: Share = {
      take: (bytes) => {
        this.#makeRoom(bytes, share);
        this.#taken += bytes;
        own += bytes;
      },
      receive: (giveUp) => {
        this.#receiving.set(share, { since: systemClock.now(), giveUp });
        return () => this.#receiving.delete(share);
      },
      [Symbol.dispose]: () => {
        this.#receiving.delete(share);
        this.#taken -= own;
        own = 0;
      },
    };
    return share;
  }

  #makeRoom(bytes: number, asking: Share): void {
    for (const [share, { since, giveUp }] of this.#receiving) {
      if (this.#taken + bytes <= MOST_BYTES || systemClock.now() - since < PATIENCE_MS) break;
      if (share === asking) continue;
      share[Symbol.dispose]();
      giveUp(overloaded());
    }
    if (this.#taken + bytes > MOST_BYTES) throw overloaded();
  }
}
