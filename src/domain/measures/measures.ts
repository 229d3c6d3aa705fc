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

/** Every measure, one line a measure, in the order in which they are told. */
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
    /** What could not be read. */
    readonly unavailable: readonly Unavailable[];
  };

/** What thresholds are compared with, taken together at a time: the fields of all measures. */
export type Readings = { [K in keyof Taken]: Taken[K] };

/** The inputs that readings are compared with. */
export type MeasureInput = Row['input']['name'];

/** What a measure begins a collection with. */
export type MeasureTrigger = Row['trigger'];

/** The triggers of measures that fire where there is too much. */
export type Pressure = Extract<Row, { readonly fires: 'above' }>['trigger'];

/** What the inputs come to, by the measure's trigger. */
export type Limits = { readonly [M in Row as M['trigger']]: LimitOf<M> };

/** A measure as the code over the table sees it: its limit and its amounts are only ever its own. */
export type AnyMeasure = Omit<Measure<Limit, Readings>, 'reads'> & {
  readonly trigger: MeasureTrigger;
  readonly input: { readonly name: MeasureInput };
  readonly reads?: Reads<Partial<Readings>, unknown>;
};

export const MEASURES: readonly AnyMeasure[] = Object.values(TABLE);

/** Those that fire above their limit. */
export const PRESSURES = MEASURES.filter(
  (measure): measure is AnyMeasure & { readonly trigger: Pressure } => measure.fires === 'above',
);

/** Those that fire below it. */
export const RESTS = MEASURES.filter(({ fires }) => fires === 'below');

/** The input of each measure, in the order in which people read them: `idle-collect` and its like come last. */
export const MEASURE_INPUTS = Object.fromEntries<Input<Limit>>(
  [...PRESSURES, ...RESTS].map(({ input }) => [input.name, input]),
) as Readonly<Record<MeasureInput, Input<Limit>>>;

/** @param parsed what each input comes to, by its name */
export const limitsFrom = (parsed: Readonly<Record<MeasureInput, Limit>>): Limits =>
  Object.fromEntries(MEASURES.map(({ trigger, input }) => [trigger, parsed[input.name]])) as Limits;

/** One of the readings as a number, and what it is compared with. */
export interface Reading extends Amount {
  readonly input: MeasureInput;
  readonly unit: AnyMeasure['unit'];
}

/** What readings hold of the measures that are shown, in the order in which they are told; all that is read of a place together. */
export function readingsShown(readings: Readings): Reading[] {
  const all = MEASURES.filter(({ words }) => words.isShown).flatMap(
    ({ input: { name: input }, unit, amounts }) =>
      amounts(readings).map(({ of, ...amount }): Reading => ({ input, of, unit, ...amount })),
  );
  return grouped(all, ({ input, of }) => `${input} ${of}`).flat();
}

/** The measure that such a reading is of. */
export function measureFor({ input, unit }: Pick<Reading, 'input' | 'unit'>): AnyMeasure {
  const known = MEASURES.filter((measure) => measure.input.name === input);
  const found = known.find((measure) => measure.unit === unit) ?? known[0];
  if (found === undefined) throw new Error(`there is no measure with the input ${input}`);
  return found;
}
