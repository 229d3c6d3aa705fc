import type { Crossing, Relief } from '../measures/measure.ts';
import {
  type Limits,
  type MeasureTrigger,
  PRESSURES,
  type Pressure,
  RESTS,
  type Readings,
} from '../measures/measures.ts';
import { grouped } from '../text/grouped.ts';

/** A threshold that was crossed. */
export interface Crossed extends Crossing {
  readonly trigger: Pressure;
  /** Which reading of that kind: the supply (`/data`, `the inodes of /data`), or else the trigger's own word. */
  readonly of: string;
}

const BY_URGENCY = PRESSURES.toSorted((a, b) => a.urgency - b.urgency);

/**
 * The thresholds that readings cross, the most urgent first.
 * With `margin`, the thresholds from which readings have not gone back far enough yet.
 */
export function crossedThresholds(limits: Limits, readings: Readings, margin = false): Crossed[] {
  const all = BY_URGENCY.flatMap((measure) =>
    measure.amounts(readings).map((amount) => ({ measure, amount })),
  );
  // All readings of a file system stay together.
  const places = grouped(all, ({ measure, amount }) => `${measure.trigger} ${amount.of}`);
  return places.flat().flatMap(({ measure, amount }) => {
    const { trigger, words } = measure;
    const crossing = measure.crossed(limits[trigger], amount, margin);
    return crossing === undefined ? [] : [{ trigger, of: words.subject(amount.of), ...crossing }];
  });
}

/** A limit: below it, topologies that have stopped may go. */
export interface Resting {
  readonly trigger: MeasureTrigger;
  readonly reason: string;
  readonly relief: Relief<Readings>;
}

/** The limit that lets topologies that have stopped go; `undefined` if no limit does, or if its readings failed. */
export function restingThreshold(limits: Limits, readings: Readings): Resting | undefined {
  const [first] = RESTS.flatMap((measure) =>
    measure.amounts(readings).flatMap((amount) => {
      const crossing = measure.crossed(limits[measure.trigger], amount, false);
      return crossing === undefined
        ? []
        : [{ trigger: measure.trigger, reason: crossing.reason, relief: measure.relief }];
    }),
  );
  return first;
}
