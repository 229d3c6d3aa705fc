import type { Trigger } from '../domain/collection.ts';
import type { Clock, Log } from '../domain/ports.ts';
import type { Readings } from '../domain/readings.ts';
import { removalsAtOnce } from '../domain/removal-pace.ts';
import type { Settings } from '../domain/settings.ts';
import { unawaited } from '../domain/unawaited.ts';

interface RemovalPaceOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<Settings, 'concurrency' | 'limits' | 'pollIntervalMs'>;
  readonly takeReadings: () => Promise<Readings>;
  /** Lets that many removals be under way from now on. */
  readonly apply: (atOnce: number) => void;
}

/** What is in a hurry: nothing is left that would want the CPU, or what runs short would hurt it more. */
const URGENT: ReadonlySet<Trigger> = new Set(['drain', 'recovery', 'sweep', 'disk', 'memory', 'ahead']);

/** Keeps removals from taking the CPU that tests want: follows the readings while a collection runs. */
export class RemovalPace {
  readonly #options: RemovalPaceOptions;
  #atOnce: number;
  #drains = 0;

  constructor(options: RemovalPaceOptions) {
    this.#options = options;
    this.#atOnce = options.settings.concurrency;
  }

  /** How many removals may be under way. */
  get atOnce(): number {
    return this.#atOnce;
  }

  /** Sets the pace of a collection by these readings, and by newer ones at each poll interval, until it is disposed of. */
  follow(trigger: Trigger, readings: Readings): Disposable {
    const over = new AbortController();
    if (URGENT.has(trigger)) return { [Symbol.dispose]: () => {} };
    this.#set(readings);
    unawaited(this.#watch(over.signal), this.#options.log, 'the pace of the removals is lost');
    return {
      [Symbol.dispose]: () => {
        over.abort();
        this.#set();
      },
    };
  }

  /** All at full speed, also what has begun already, until it is disposed of: no test runs any more. */
  full(): Disposable {
    this.#drains += 1;
    this.#set();
    return {
      [Symbol.dispose]: () => {
        this.#drains -= 1;
      },
    };
  }

  async #watch(over: AbortSignal): Promise<void> {
    const { clock, settings, takeReadings } = this.#options;
    for (;;) {
      await clock.sleep(settings.pollIntervalMs, over);
      if (over.aborted) return;
      if (this.#drains > 0) continue;
      const readings = await takeReadings();
      if (!over.aborted) this.#set(readings);
    }
  }

  #set(readings?: Readings): void {
    const { settings, apply } = this.#options;
    const { concurrency, limits } = settings;
    const isPaced = readings !== undefined && this.#drains === 0;
    this.#atOnce = isPaced ? removalsAtOnce(concurrency, limits, readings) : concurrency;
    apply(this.#atOnce);
  }
}
