import prettyBytes from 'pretty-bytes';
import prettyMs from 'pretty-ms';
import { KINDS, MEMBER_KINDS } from '../domain/kinds/kinds.ts';
import { measureFor, type Reading, type Readings, readingsShown } from '../domain/measures/measures.ts';
import { usedPercent } from '../domain/measures/readings.ts';
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

/** `, 1 volume left to others`: members that others still use; empty if there are none. */
export const leftToOthers = (kept: MemberCounts | undefined): string =>
  kept === undefined ? '' : `, ${members(kept)} left to others`;

/** `, 1 network otherwise`: members that went meanwhile, but not by that collection; empty if there are none. */
export const otherwise = ({
  goneOtherwise,
}: {
  readonly goneOtherwise?: MemberCounts | undefined;
}): string => (goneOtherwise === undefined ? '' : `, ${members(goneOtherwise)} otherwise`);

/** `disk /data`, `inodes /data`, `memory`, `cpu`, `containers`: it begins with the same word as its threshold. */
export const measureName = (reading: Pick<Reading, 'input' | 'of' | 'unit'>): string =>
  measureFor(reading).words.name(reading.of);

/**
 * The word before the limit on the page, in the status and in the report: `threshold`, or the input's name if the limit is
 * no threshold.
 */
export const limitWord = (reading: Pick<Reading, 'input' | 'unit'>): string =>
  measureFor(reading).fires === 'above' ? 'threshold' : reading.input;

export const bytes = (amount: number): string =>
  prettyBytes(amount, { binary: true, maximumFractionDigits: 1 });

/** `17%`, for a share from 0 to 1. */
export const percentOf = (share: number): string => `${(100 * share).toFixed(0)}%`;

/** An amount in its unit. */
const AMOUNTS: Readonly<Record<Reading['unit'], (amount: number) => string>> = {
  bytes,
  inodes: String,
  count: String,
  percent: (amount) => `${amount.toFixed(0)}%`,
  ms: duration,
};

/** Shows free bytes for a disk, the used share for memory and inodes, and any other amount as it is: `26 on the engine`. */
export function measureText(reading: Omit<Reading, 'value'>, value: number): string {
  const { words } = measureFor(reading);
  const { of, unit, total = 0 } = reading;
  const figure =
    words.figure === 'used' ? AMOUNTS.percent(usedPercent({ total, value })) : AMOUNTS[unit](value);
  return `${figure} ${words.after(of)}`;
}

/** A reading in the form for people. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly reading: Reading;
}

/** The readings, each with its limit. */
export const figures = (taken: Readings): Figure[] =>
  readingsShown(taken).map((reading) => ({
    name: measureName(reading),
    value: measureText(reading, reading.value),
    reading,
  }));

/** The readings, each as `name value`. */
export const readings = (taken: Readings): readonly (readonly [name: string, value: string])[] =>
  figures(taken).map(({ name, value }) => [name, value]);
