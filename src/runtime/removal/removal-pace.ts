import type { Readings } from '../../domain/measures/measures.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { removalsAtOnce, runsOut } from '../../domain/pressure/sustained-pace.ts';
import type { Trigger } from '../../domain/removal/collection.ts';
import type { Settings } from '../../domain/settings.ts';
import { unawaited } from '../../domain/unawaited.ts';

interface RemovalPaceOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<Settings, 'concurrency' | 'limits' | 'pollIntervalMs'>;
  readonly takeReadings: () => Promise<Readings>;
  /** Sets how many removals may be under way from now on. */
  readonly apply: (atOnce: number) => void;
}

/**
 * Urgent, like a resource that runs out: nothing is left that would want the CPU, or something would soon have run out.
 */
const URGENT: ReadonlySet<Trigger> = new Set(['drain', 'recovery', 'sweep', 'ahead']);

/** Leaves the CPU to tests during removals: follows the readings while a collection runs. */
export class RemovalPace {
  readonly #options: RemovalPaceOptions;
  #atOnce: number;
  /** The number of drains and urgent collections. */
  #urgent = 0;
  /** The number of other collections. */
  #paced = 0;
  #over = new AbortController();

  constructor(options: RemovalPaceOptions) {
    this.#options = options;
    this.#atOnce = options.settings.concurrency;
  }

  /** How many removals may be under way. */
  get atOnce(): number {
    return this.#atOnce;
  }

  /**
   * Sets the pace of collections by these readings, and by newer ones at each poll interval, until the returned object
   * is disposed of.
   */
  follow(trigger: Trigger, readings: Readings): Disposable {
    if (URGENT.has(trigger) || runsOut(trigger)) return this.full();
    this.#set(readings);
    if (this.#paced === 0) {
      this.#over = new AbortController();
      unawaited(this.#watch(this.#over.signal), this.#options.log, 'the removals could not be paced');
    }
    this.#paced += 1;
    return {
      [Symbol.dispose]: () => {
        this.#paced -= 1;
        if (this.#paced > 0) return;
        this.#over.abort();
        this.#set();
      },
    };
  }

  /** Lets all removals run at full speed, also those under way, until the returned object is disposed of. */
  full(): Disposable {
    this.#urgent += 1;
    this.#set();
    return {
      [Symbol.dispose]: () => {
        this.#urgent -= 1;
      },
    };
  }

  async #watch(over: AbortSignal): Promise<void> {
    const { clock, settings, takeReadings } = this.#options;
    for (;;) {
      await clock.sleep(settings.pollIntervalMs, over);
      if (over.aborted) return;
      if (this.#urgent > 0) continue;
      const readings = await takeReadings();
      if (!over.aborted) this.#set(readings);
    }
  }

  #set(readings?: Readings): void {
    const { settings, apply } = this.#options;
    const { concurrency, limits } = settings;
    const isPaced = readings !== undefined && this.#urgent === 0;
    this.#atOnce = isPaced ? removalsAtOnce(concurrency, limits, readings) : concurrency;
    apply(this.#atOnce);
  }
}
