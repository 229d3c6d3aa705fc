import { TopoGcError } from '../../domain/errors.ts';
import { systemClock } from '../host/system-clock.ts';

const MIB = 1024 * 1024;

/** The memory for all current requests together, in bytes: their bodies, and the objects made from these. */
const MOST_BYTES = 16 * MIB;

/** After this long without the whole body, in ms, a request may be given up for others. */
const PATIENCE_MS = 1_000;

/** The memory for the look-up of a member beside its name, in bytes. */
export const LOOK_UP_BYTES = 2_048;

const overloaded = (): TopoGcError =>
  new TopoGcError(
    'overloaded',
    `Requests of ${MOST_BYTES / MIB} MiB are under way already, and the agent takes no more; nothing was taken`,
  );

/** One request's share of the budget; it is given back once. */
export interface Share extends Disposable {
  /** @throws TopoGcError `overloaded` if there is not enough left */
  take(bytes: number): void;
  /**
   * Until the returned function is called, the body is still to come, and may be given up for others, with that error.
   */
  receive(giveUp: (error: TopoGcError) => void): () => void;
}

/**
 * Keeps the current requests within the agent's memory limit. If no memory is left, gives up those whose bodies do not
 * come, the oldest first: they would hold up all others until their time is over.
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
