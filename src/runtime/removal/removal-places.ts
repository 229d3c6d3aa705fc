import PQueue from 'p-queue';
import { isHostKind, kindOf, MEMBER_KINDS, type MemberKind } from '../../domain/kinds/kinds.ts';
import type { Clock } from '../../domain/ports.ts';

interface RemovalPlacesOptions {
  readonly clock: Clock;
  /** Removals that the engine is asked for at once. */
  readonly concurrency: number;
}

/** Who has no answer by then gives its place to others, in ms: a removal that hangs keeps none from theirs. */
const SLOW_MS = 10_000;

/** The places in which removals are under way: so many of all that the engine is asked for, and fewer of some kinds. */
export class RemovalPlaces {
  readonly #clock: Clock;
  readonly #all: PQueue;
  /** Those of kinds of which fewer are removed at once. */
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

  /** From now on, that many of the engine's are under way at once; what has begun goes on. */
  pace(atOnce: number): void {
    this.#all.concurrency = atOnce;
    for (const [kind, places] of this.#ofKind)
      if (!isHostKind(kind)) places.concurrency = Math.min(kindOf(kind).removedAtOnce ?? atOnce, atOnce);
  }

  /** Settles as the removal does, which begins once there is a place for one of its kind, and keeps that. */
  ofKind(kind: MemberKind, remove: () => Promise<void>): Promise<void> {
    const places = this.#ofKind.get(kind);
    return places === undefined ? remove() : places.add(remove);
  }

  /**
   * Settles as the request does, which begins once there is a place for it: one among all of the engine's, and one of its kind, unless
   * it has that already. It keeps both while it is quick.
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
