import { measureFor, type Reading } from '../measures/measures.ts';
import { isOfThreshold, type Trigger } from '../removal/collection.ts';
import { pressureFigures } from '../report/pressure-figures.ts';
import type { Report } from '../report/report.ts';
import { closeness, type ReportedMeasure } from '../report/reported-readings.ts';

/** The reading of a job that came closest to its threshold. */
export interface ClosestReading extends Reading {
  readonly job: string;
  /** 1 if it reached the threshold. */
  readonly closeness: number;
  /** The input's value in that job: `4GiB free`. */
  readonly limit: string;
}

/** One threshold over all jobs. */
export interface FleetThreshold {
  /** `ahead` stands for all thresholds that would be reached too soon. */
  readonly trigger: Trigger;
  /** The number of collections that it began, and of jobs with such a collection. */
  readonly fired: number;
  readonly firedIn: number;
  /** The number of jobs that had readings to compare with it, and of jobs whose readings reached it. */
  readonly readIn: number;
  readonly reachedIn: number;
  /** Absent if no job had readings to compare with it. */
  readonly closest?: ClosestReading;
}

type Row = { -readonly [Field in keyof FleetThreshold]: FleetThreshold[Field] };

interface Close {
  readonly measure: ReportedMeasure;
  readonly closeness: number;
}

/** The closest measure of each threshold of a report. */
function closestOf({ readings }: Report): Map<Trigger, Close> {
  const found = new Map<Trigger, Close>();
  for (const measure of readings.measures) {
    const close = closeness(measure);
    const { trigger } = measureFor(measure);
    if (close !== undefined && close > (found.get(trigger)?.closeness ?? -1))
      found.set(trigger, { measure, closeness: close });
  }
  return found;
}

function closestReading(job: string, { measure, closeness: close }: Close, report: Report): ClosestReading {
  const { input, of, unit, total, tightest } = measure;
  const limit = report.inputs[input] ?? '';
  const amount = { input, of, unit, ...(total !== undefined && { total }), value: tightest.value };
  return { job, ...amount, closeness: close, limit };
}

/** Collects how often thresholds fired, and how close readings came to them. */
export class ThresholdTally {
  readonly #rows = new Map<Trigger, Row>();

  add(job: string, report: Report): void {
    for (const { trigger, times } of pressureFigures(report).fired) {
      const row = this.#row(trigger);
      row.fired += times;
      row.firedIn += 1;
    }
    for (const [trigger, close] of closestOf(report)) {
      const row = this.#row(trigger);
      row.readIn += 1;
      if (close.closeness >= 1) row.reachedIn += 1;
      if (close.closeness > (row.closest?.closeness ?? -1)) row.closest = closestReading(job, close, report);
    }
  }

  #row(trigger: Trigger): Row {
    const row = this.#rows.get(trigger) ?? { trigger, fired: 0, firedIn: 0, readIn: 0, reachedIn: 0 };
    this.#rows.set(trigger, row);
    return row;
  }

  /** The one that fired most comes first, then the one whose readings came closest. */
  list(): FleetThreshold[] {
    return [...this.#rows.values()]
      .filter(({ trigger }) => isOfThreshold(trigger))
      .sort((a, b) => b.fired - a.fired || (b.closest?.closeness ?? 0) - (a.closest?.closeness ?? 0));
  }
}
