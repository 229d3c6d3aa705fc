import type { Clock, Log } from '../../domain/ports.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';

/** That many keep an engine busy. With more, all of them end late, and the networks behind them (docs/performance.md). */
const ENOUGH = 4;

/** Who has not stopped by then sits out its grace, and holds up nobody any more. */
const YOUNG_MS = 300;

/**
 * Between two stops, in ms: the engine runs a program for each, and several at once take the cores from tests that go on
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
 * Lets stops begin topology after topology, those of one right behind each other: as soon as few of those before are still to
 * stop, and within a moment in any case.
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

  /** Resolves when a container of the topology may be asked to stop; `follow` has to be told of its stop. */
  turn(topology: TopologyId): Promise<void> {
    return new Promise((begin) => {
      this.#waiting.push({ topology, begin });
      this.#admit();
    });
  }

  /** Counts a stop until it is over, or no longer young. */
  follow(stopped: Promise<unknown>): void {
    unawaited(this.#follow(stopped), this.#options.log, 'the pace of the stops is lost');
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
    unawaited(this.#pause(), this.#options.log, 'the pace of the stops is lost');
    next.begin();
  }

  async #pause(): Promise<void> {
    this.#isInGap = true;
    await this.#options.clock.sleep(GAP_MS);
    this.#isInGap = false;
    this.#admit();
  }
}
