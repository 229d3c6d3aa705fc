import { TopoGcError } from '../../domain/errors.ts';

const MIB = 1024 * 1024;

/** What requests that are under way may take together, in bytes: their bodies, and what is made of these. */
const MOST_BYTES = 16 * MIB;

/** What the look-up of a member takes beside its name, in bytes. */
export const LOOK_UP_BYTES = 2_048;

/** What of the budget one request has taken; it is given back once. */
export interface Share extends Disposable {
  /** @throws TopoGcError `overloaded` where there is not so much left */
  take(bytes: number): void;
}

/** Keeps the requests that are under way within the memory that an agent may take. */
export class BodyBudget {
  #taken = 0;

  share(): Share {
    let own = 0;
    return {
      take: (bytes) => {
        if (this.#taken + bytes > MOST_BYTES)
          throw new TopoGcError(
            'overloaded',
            `Requests of ${MOST_BYTES / MIB} MiB are under way already, and the agent takes no more; nothing was taken`,
          );
        this.#taken += bytes;
        own += bytes;
      },
      [Symbol.dispose]: () => {
        this.#taken -= own;
        own = 0;
      },
    };
  }
}
