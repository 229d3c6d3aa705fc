import type { Input } from '../limits/limit-inputs.ts';
import type { Limit } from '../limits/limits.ts';
import { grouped } from '../text/grouped.ts';
import { age } from './age.ts';
import { busy } from './busy.ts';
import { containers } from './containers.ts';
import { cpu } from './cpu.ts';
import { disk } from './disk.ts';
import { inodes } from './inodes.ts';
import type { Measure, Reads } from './measure.ts';
import { memory } from './memory.ts';
import { networks } from './networks.ts';
import type { Amount, Unavailable } from './readings.ts';

/** Every measure, one line per measure, in the order in which output lists them. */
const TABLE = {
  disk,
  inodes,
  memory,
  cpu,
  busy,
  containers,
  networks,
  age,
};

type Row = (typeof TABLE)[keyof typeof TABLE];

type ToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

type ReadingsOf<M> = M extends { amounts(readings: infer R): unknown } ? R : never;

type LimitOf<M> = M extends { readonly input: Input<infer L> } ? L : never;

type Taken = { readonly at: number } & ToIntersection<ReadingsOf<Row>> & {
    /** The readings that failed. */
    readonly unavailable: readonly Unavailable[];
  };

/** The readings that thresholds are compared with, taken together at one time: the fields of all measures. */
export type Readings = { [K in keyof Taken]: Taken[K] };

/** The inputs that readings are compared with. */
export type MeasureInput = Row['input']['name'];

/** The triggers with which measures begin a collection. */
export type MeasureTrigger = Row['trigger'];

/** The triggers of measures that fire above their limit. */
export type Pressure = Extract<Row, { readonly fires: 'above' }>['trigger'];

/** The parsed inputs, by the measure's trigger. */
export type Limits = { readonly [M in Row as M['trigger']]: LimitOf<M> };

/** A measure for code over the table: its limit and its amounts are always its own. */
export type AnyMeasure = Omit<Measure<Limit, Readings>, 'reads'> & {
  readonly trigger: MeasureTrigger;
  readonly input: { readonly name: MeasureInput };
  readonly reads?: Reads<Partial<Readings>, unknown>;
};

export const MEASURES: readonly AnyMeasure[] = Object.values(TABLE);

/** The measures that fire above their limit. */
export const PRESSURES = MEASURES.filter(
  (measure): measure is AnyMeasure & { readonly trigger: Pressure } => measure.fires === 'above',
);

/** The measures that fire below their limit. */
export const RESTS = MEASURES.filter(({ fires }) => fires === 'below');

/** The input of each measure, in the order in which people read them: `idle-collect` and its like come last. */
export const MEASURE_INPUTS = Object.fromEntries<Input<Limit>>(
  [...PRESSURES, ...RESTS].map(({ input }) => [input.name, input]),
) as Readonly<Record<MeasureInput, Input<Limit>>>;

/** @param parsed the value of each input, by its name */
export const limitsFrom = (parsed: Readonly<Record<MeasureInput, Limit>>): Limits =>
  Object.fromEntries(MEASURES.map(({ trigger, input }) => [trigger, parsed[input.name]])) as Limits;

/** One reading as a number, and the input that it is compared with. */
export interface Reading extends Amount {
  readonly input: MeasureInput;
  readonly unit: AnyMeasure['unit'];
}

/** The amounts of the measures that are shown, in the order in which output lists them; all amounts of one place stay together. */
export function readingsShown(readings: Readings): Reading[] {
  const all = MEASURES.filter(({ words }) => words.isShown).flatMap(
    ({ input: { name: input }, unit, amounts }) =>
      amounts(readings).map(({ of, ...amount }): Reading => ({ input, of, unit, ...amount })),
  );
  return grouped(all, ({ input, of }) => `${input} ${of}`).flat();
}

/** The measure of such a reading. */
export function measureFor({ input, unit }: Pick<Reading, 'input' | 'unit'>): AnyMeasure {
  const known = MEASURES.filter((measure) => measure.input.name === input);
  const found = known.find((measure) => measure.unit === unit) ?? known[0];
  if (found === undefined) throw new Error(`there is no measure with the input ${input}`);
  return found;
}
