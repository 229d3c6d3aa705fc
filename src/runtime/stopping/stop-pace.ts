import type { Clock, Log } from '../../domain/ports.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';

/**
 * This many stops keep an engine busy. With more, all of them end late, and so do their networks (docs/performance.md).
 */
const ENOUGH = 4;

/** A container that has not stopped after this long, in ms, waits for its grace and no longer holds up others. */
const YOUNG_MS = 300;

/**
 * Between two stops, in ms: the engine runs a program for each, and several at once take cores from running tests
 * (docs/performance.md).
 */
const GAP_MS = 15;

interface StopPaceOptions {
  readonly clock: Clock;
  readonly log: Log;
}

interface Waiting {
  readonly topology: TopologyId;
  readonly begin: () => void;
}

/**
 * Lets stops begin topology after topology, with the stops of one right behind each other: as soon as few earlier stops
 * are left, and within a moment in any case.
 */
export class StopPace {
  readonly #options: StopPaceOptions;
  readonly #waiting: Waiting[] = [];
  #latest: TopologyId | undefined;
  #young = 0;
  #isInGap = false;

  constructor(options: StopPaceOptions) {
    this.#options = options;
  }

  /** Resolves when a container of the topology may be asked to stop; then call `follow` with its stop. */
  turn(topology: TopologyId): Promise<void> {
    return new Promise((begin) => {
      this.#waiting.push({ topology, begin });
      this.#admit();
    });
  }

  /** Counts a stop until it is over, or no longer young. */
  follow(stopped: Promise<unknown>): void {
    unawaited(this.#follow(stopped), this.#options.log, 'the stops could not be paced');
  }

  async #follow(stopped: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    const end = () => over.abort();
    stopped.then(end, end);
    await this.#options.clock.sleep(YOUNG_MS, over.signal);
    this.#young -= 1;
    this.#admit();
  }

  #admit(): void {
    const [next] = this.#waiting;
    if (next === undefined || this.#isInGap) return;
    if (this.#young >= ENOUGH && next.topology !== this.#latest) return;
    this.#waiting.shift();
    this.#latest = next.topology;
    this.#young += 1;
    unawaited(this.#pause(), this.#options.log, 'the stops could not be paced');
    next.begin();
  }

  async #pause(): Promise<void> {
    this.#isInGap = true;
    await this.#options.clock.sleep(GAP_MS);
    this.#isInGap = false;
    this.#admit();
  }
}
