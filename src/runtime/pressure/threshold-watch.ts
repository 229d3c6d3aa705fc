import type { Ledger } from '../../domain/ledger/ledger.ts';
import type { Readings } from '../../domain/measures/measures.ts';
import {
  type Course,
  crossedAhead,
  type Forecast,
  leadMs,
  observe,
  supplyKey,
  trendsOf,
} from '../../domain/pressure/forecast.ts';
import { afterCollection, mayFire, type Spent, type SpentThreshold } from '../../domain/pressure/spent.ts';
import { type Crossed, crossedThresholds } from '../../domain/pressure/thresholds.ts';
import type { Trigger } from '../../domain/removal/collection.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Status } from '../../protocol/agent-service.ts';

interface ThresholdWatchOptions {
  readonly ledger: Ledger;
  readonly settings: Pick<Settings, 'limits' | 'looksAhead' | 'pollIntervalMs'>;
}

/** A threshold that is crossed, or about to be. */
export interface Due {
  readonly trigger: Extract<Trigger, Crossed['trigger'] | 'ahead'>;
  readonly crossed: Crossed;
}

/** The outcome of a collection. */
export interface Collected {
  readonly after: Readings;
  /** How many submissions had come when the collection was chosen. */
  readonly submissions: number;
}

const keyOf = ({ trigger, crossed }: Due): string => `${trigger} ${crossed.trigger} ${crossed.of}`;

/** Remembers the course of readings and the thresholds that have fired, and tells which threshold fires now. */
export class ThresholdWatch {
  readonly #options: ThresholdWatchOptions;
  readonly #spent = new Map<string, Spent & Pick<Due, 'trigger'>>();
  #course: Course = new Map();
  #forecast: Forecast = { trends: [], leadMs: 0 };

  constructor(options: ThresholdWatchOptions) {
    this.#options = options;
  }

  /**
   * The most urgent threshold that fires at these readings; a crossed one goes before one that is about to be crossed.
   */
  look(readings: Readings): Due | undefined {
    const { ledger, settings } = this.#options;
    this.#course = observe(this.#course, readings, settings.pollIntervalMs);
    const trends = settings.looksAhead ? trendsOf(this.#course, readings) : [];
    this.#forecast = { trends, leadMs: leadMs(ledger.collections, settings.pollIntervalMs) };
    this.#rearm(readings);
    const look = { at: readings.at, submissions: ledger.submissions };
    return this.#crossed(readings).find((due) => mayFire(this.#spent.get(keyOf(due)), due.crossed, look));
  }

  /** The readings that are not back by their margin, by the last look's forecast; the most urgent first. */
  pressing(readings: Readings): Crossed[] {
    return this.#crossed(readings, true).map(({ crossed }) => crossed);
  }

  /** Notes that a collection takes long: until it is settled, its threshold fires again only for something new. */
  begun(before: Readings, submissions: number): void {
    for (const due of this.#crossed(before)) {
      const key = keyOf(due);
      const inVain = this.#spent.get(key)?.inVain ?? 0;
      const { trigger, crossed } = due;
      this.#spent.set(key, { trigger, crossed, submissions, inVain, pausedUntil: 0 });
    }
  }

  /** Notes what a collection has brought. */
  settle(before: Readings, { after, submissions }: Collected): void {
    const left = new Map(this.#crossed(after, true).map((due) => [keyOf(due), due.crossed]));
    for (const due of this.#crossed(before)) {
      const key = keyOf(due);
      // A later collection that is already over has seen more submissions.
      const seen = Math.max(submissions, this.#spent.get(key)?.submissions ?? 0);
      const look = { at: after.at, submissions: seen };
      const spent = afterCollection(this.#spent.get(key), due.crossed, left.get(key), look);
      if (spent === undefined) this.#spent.delete(key);
      else this.#spent.set(key, { ...spent, trigger: due.trigger });
    }
    // What a collection gives back is not the normal course of the readings.
    this.#course = new Map();
  }

  /** For the status, at the given time. */
  describe(now: number): Pick<Status, 'spent' | 'ahead'> {
    const { trends, leadMs: lead } = this.#forecast;
    return {
      spent: [...this.#spent.values()].map(
        ({ trigger, crossed, inVain, pausedUntil }): SpentThreshold => ({
          trigger,
          of: crossed.of,
          reason: crossed.reason,
          until: crossed.back,
          inVain,
          pausedMs: Math.max(0, pausedUntil - now),
        }),
      ),
      ahead: {
        leadMs: lead,
        filling: trends
          .filter(({ perMs }) => perMs > 0)
          .map(({ supply: { trigger, of, unit, amount }, perMs }) => ({
            trigger,
            of,
            unit,
            perSecond: perMs * 1000,
            fullInMs: amount.value / perMs,
          })),
      },
    };
  }

  #crossed(readings: Readings, margin = false): Due[] {
    const { limits } = this.#options.settings;
    return [
      ...crossedThresholds(limits, readings, margin).map((crossed) => ({
        trigger: crossed.trigger,
        crossed,
      })),
      ...crossedAhead(limits, this.#forecast, readings, margin).map((crossed) => ({
        trigger: 'ahead' as const,
        crossed,
      })),
    ];
  }

  /**
   * Forgets that a threshold has fired once its reading is back by the margin; for a forecast, once there is a trend
   * again.
   */
  #rearm(readings: Readings): void {
    const pressing = new Set(this.#crossed(readings, true).map(keyOf));
    const told = new Set(this.#forecast.trends.map(({ supply }) => `ahead ${supplyKey(supply)}`));
    for (const [key, { trigger }] of this.#spent)
      if (!pressing.has(key) && (trigger !== 'ahead' || told.has(key))) this.#spent.delete(key);
  }
}
