import { countTriggers, isOfThreshold, type Trigger } from '../removal/collection.ts';
import type { Report } from './report.ts';
import { closeness, type ReportedMeasure } from './reported-readings.ts';

/** How tight the thresholds were. */
export interface PressureFigures {
  /** The number of collections that each trigger began, the highest first. */
  readonly fired: readonly { readonly trigger: Trigger; readonly times: number }[];
  /** The reading that came closest to its threshold, and how close: 1 if it reached the threshold. */
  readonly closest?: { readonly measure: ReportedMeasure; readonly closeness: number };
}

export function pressureFigures({
  collections,
  readings,
}: Pick<Report, 'collections' | 'readings'>): PressureFigures {
  const [closest] = readings.measures
    .flatMap((measure) => {
      const close = closeness(measure);
      return close === undefined ? [] : [{ measure, closeness: close }];
    })
    .sort((a, b) => b.closeness - a.closeness);
  return {
    fired: [...countTriggers(collections)]
      .filter(([trigger]) => isOfThreshold(trigger))
      .map(([trigger, count]) => ({ trigger, times: count }))
      .sort((a, b) => b.times - a.times),
    ...(closest !== undefined && { closest }),
  };
}
