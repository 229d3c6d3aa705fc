import prettyBytes from 'pretty-bytes';
import prettyMs from 'pretty-ms';
import { KINDS, MEMBER_KINDS } from '../domain/kinds/kinds.ts';
import { type Measure, measuresOf } from '../domain/measures/measures.ts';
import { type Readings, usedPercent } from '../domain/measures/readings.ts';
import type { MemberCounts } from '../domain/removal/collection.ts';
import { counted } from '../domain/text/counted.ts';

/** `1.2s`, `340ms`. */
export const duration = (ms: number): string =>
  prettyMs(Math.round(ms), ms < 1000 ? {} : { secondsDecimalDigits: 1 });

export const topologies = (count: number): string => counted(count, 'topology', 'topologies');

export const collections = (count: number): string => counted(count, 'collection');

/** `4 containers, 1 network`; `nothing`. */
export const members = (counts: MemberCounts): string =>
  MEMBER_KINDS.flatMap((kind) => {
    const number = counts[KINDS[kind].count] ?? 0;
    const [one, many] = KINDS[kind].word;
    return number > 0 ? [counted(number, one, many)] : [];
  }).join(', ') || 'nothing';

/** `, 1 network otherwise`: what went meanwhile, and not by that collection; nothing where there is none. */
export const otherwise = ({
  goneOtherwise,
}: {
  readonly goneOtherwise?: MemberCounts | undefined;
}): string => (goneOtherwise === undefined ? '' : `, ${members(goneOtherwise)} otherwise`);

const WORDS: Readonly<Record<string, string>> = {
  pressure: 'pressure',
  load: 'load a core',
  busy: 'of the CPU',
  containers: 'pending',
  networks: 'on the engine',
};

/** `disk /data`, `inodes /data`, `memory`, `cpu`, `containers`: it begins with the word that its threshold begins with. */
export function measureName({ input, of, unit }: Pick<Measure, 'input' | 'of' | 'unit'>): string {
  if (input === 'cpu-threshold') return 'cpu';
  if (unit === 'inodes') return `inodes ${of}`;
  if (input === 'disk-threshold') return `disk ${of}`;
  return input === 'memory-threshold' && of !== 'memory' ? `memory ${of}` : of;
}

export const bytes = (amount: number): string =>
  prettyBytes(amount, { binary: true, maximumFractionDigits: 1 });

/** Bytes of a disk as what is free; of memory, and inodes, as what is used; all else as it is: `26 on the engine`. */
export function measureText({ input, of, unit, total = 0 }: Omit<Measure, 'value'>, value: number): string {
  if (input === 'disk-threshold' && unit === 'bytes') return `${bytes(value)} free`;
  if (unit === 'bytes' || unit === 'inodes')
    return `${usedPercent({ total, free: value }).toFixed(0)} % used`;
  return unit === 'percent' ? `${value.toFixed(0)} % ${WORDS[of]}` : `${value} ${WORDS[of]}`;
}

/** A reading as people see it. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly measure: Measure;
}

/** The readings, each with what it is compared with. */
export const figures = (taken: Readings): Figure[] =>
  measuresOf(taken).map((measure) => ({
    name: measureName(measure),
    value: measureText(measure, measure.value),
    measure,
  }));

/** The readings, each as `name value`. */
export const readings = (taken: Readings): readonly (readonly [name: string, value: string])[] =>
  figures(taken).map(({ name, value }) => [name, value]);
