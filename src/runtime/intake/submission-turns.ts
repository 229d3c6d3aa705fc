import { TopoGcError } from '../../domain/errors.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';

/** The door for submissions and leases. Behind it, those with the same id wait for each other. */
export class SubmissionTurns {
  /** The latest turn of each id that is being taken. */
  readonly #turns = new Map<TopologyId, Promise<unknown>>();
  #underWay = 0;
  #isClosed = false;

  /** How many have arrived and are not yet taken or refused. */
  get underWay(): number {
    return this.#underWay;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Admits no more from now on. */
  close(): void {
    this.#isClosed = true;
  }

  /** @throws TopoGcError `closed` */
  checkOpen(): void {
    if (this.#isClosed)
      throw new TopoGcError('closed', 'The agent has drained for the last time and takes nothing more');
  }

  /**
   * Runs those with the same id one after the other: each begins with what is known of the id, and asks the engine
   * meanwhile.
   * @throws TopoGcError `closed`; what `take` throws
   */
  async inTurn<T>(id: TopologyId | undefined, take: () => Promise<T>): Promise<T> {
    this.checkOpen();
    this.#underWay += 1;
    try {
      return await (id === undefined ? take() : this.#afterOthers(id, take));
    } finally {
      this.#underWay -= 1;
    }
  }

  async #afterOthers<T>(id: TopologyId, take: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(id);
    const turn = before === undefined ? take() : before.then(take, take);
    this.#turns.set(id, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    }
  }
}
