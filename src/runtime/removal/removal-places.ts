import PQueue from 'p-queue';
import { isHostKind, kindOf, MEMBER_KINDS, type MemberKind } from '../../domain/kinds/kinds.ts';
import type { Clock } from '../../domain/ports.ts';

interface RemovalPlacesOptions {
  readonly clock: Clock;
  /** How many removals the engine is asked for at once. */
  readonly concurrency: number;
}

/**
 * A request without an answer after this long, in ms, gives its place to others: a removal that hangs blocks no others.
 */
const SLOW_MS = 10_000;

/** The places in which removals run: a number for all of the engine's, and a smaller one for some kinds. */
export class RemovalPlaces {
  readonly #clock: Clock;
  readonly #all: PQueue;
  /** The places of kinds of which fewer are removed at once. */
  readonly #ofKind = new Map<MemberKind, PQueue>();

  constructor({ clock, concurrency }: RemovalPlacesOptions) {
    this.#clock = clock;
    this.#all = new PQueue({ concurrency });
    for (const kind of MEMBER_KINDS) {
      const { removedAtOnce } = kindOf(kind);
      if (removedAtOnce !== undefined) this.#ofKind.set(kind, new PQueue({ concurrency: removedAtOnce }));
    }
    this.pace(concurrency);
  }

  /** Sets how many of the engine's removals run at once from now on; those under way go on. */
  pace(atOnce: number): void {
    this.#all.concurrency = atOnce;
    for (const [kind, places] of this.#ofKind)
      if (!isHostKind(kind)) places.concurrency = Math.min(kindOf(kind).removedAtOnce ?? atOnce, atOnce);
  }

  /** Settles as the removal does. The removal begins once there is a place for its kind, and keeps the place. */
  ofKind(kind: MemberKind, remove: () => Promise<void>): Promise<void> {
    const places = this.#ofKind.get(kind);
    return places === undefined ? remove() : places.add(remove);
  }

  /**
   * Settles as the request does. The request begins once it has a place among all of the engine's, and one of its kind
   * unless it has that already. It keeps both while it is quick.
   */
  async ofAll(kind: MemberKind, request: () => Promise<void>): Promise<void> {
    const { goesFirst, goesInOrder } = kindOf(kind);
    let answer = Promise.resolve();
    const turn = () => {
      answer = request();
      return this.#whileQuick(answer);
    };
    const place = () => this.#all.add(turn, { priority: goesFirst ? 1 : 0 });
    await (goesInOrder ? place() : this.ofKind(kind, place));
    return answer;
  }

  async #whileQuick(answer: Promise<void>): Promise<void> {
    const over = new AbortController();
    const end = () => over.abort();
    answer.then(end, end);
    await this.#clock.sleep(SLOW_MS, over.signal);
  }
}
