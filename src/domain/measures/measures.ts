import { type Readings, type SpaceReading, suppliesOf } from './readings.ts';
import type { Limits } from './thresholds.ts';

/** The inputs that readings are compared with, each with the limit that it comes to. */
const LIMIT_OF = {
  'disk-threshold': 'disk',
  'memory-threshold': 'memory',
  'cpu-threshold': 'cpu',
  'idle-collect': 'idle',
  'container-threshold': 'containers',
  'network-threshold': 'networks',
} as const satisfies Record<string, keyof Limits>;

export type MeasureInput = keyof typeof LIMIT_OF;

/** One of the readings as a number. */
export interface Measure {
  /** Which input it is compared with. */
  readonly input: MeasureInput;
  /** A path, or `memory`; of the CPU `pressure` or `load`; else `busy`, `containers`, `networks`. */
  readonly of: string;
  readonly unit: 'bytes' | 'inodes' | 'percent' | 'count';
  /** Of bytes and inodes what is free; else how much, or how many. */
  readonly value: number;
  /** Of bytes and inodes, which run out: how many there are, in all and for each byte of the whole. */
  readonly total?: number;
  readonly perByte?: number;
}

const spaces = (input: MeasureInput, readings: readonly SpaceReading[]): Measure[] =>
  readings.flatMap((space) =>
    suppliesOf(space).map(({ unit, free: value, total, perByte }) => ({
      ...{ input, of: space.of, unit, value, total, perByte },
    })),
  );

const other = (input: MeasureInput, of: string, unit: Measure['unit'], value?: number): Measure[] =>
  value === undefined ? [] : [{ input, of, unit, value }];

/** What readings hold, in the order in which they are told; nothing of what could not be read. */
export const measuresOf = ({ disk, memory, cpu, busyPercent, containers, networks }: Readings): Measure[] => [
  ...spaces('disk-threshold', disk),
  ...spaces('memory-threshold', memory),
  ...other('cpu-threshold', cpu?.by ?? 'pressure', 'percent', cpu?.percent),
  ...other('idle-collect', 'busy', 'percent', busyPercent),
  ...other('container-threshold', 'containers', 'count', containers),
  ...other('network-threshold', 'networks', 'count', networks),
];

/** Where the input's limit lies, in the measure's own unit; `undefined` where it is off. */
export function limitOn(limits: Limits, { input, total = 0, perByte = 1 }: Measure): number | undefined {
  const limit = limits[LIMIT_OF[input]];
  switch (limit.kind) {
    case 'used':
      return total * (1 - limit.percent / 100);
    case 'free':
      return limit.bytes * perByte;
    case 'percent':
      return limit.percent;
    case 'count':
      return limit.count;
    default:
      return undefined;
  }
}
