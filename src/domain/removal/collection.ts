import {
  type AlwaysCountedKind,
  type CountOf,
  KINDS,
  MEMBER_KINDS,
  type MemberKind,
} from '../kinds/kinds.ts';
import { type MeasureTrigger, PRESSURES, type Readings } from '../measures/measures.ts';
import type { TopologyId } from '../topology/topology.ts';

/** Why a collection ran: for a measure, `ahead` of a measure that would be full too soon, or by request. */
export type Trigger = MeasureTrigger | 'ahead' | 'request' | 'drain' | 'recovery' | 'sweep';

const OF_THRESHOLDS: ReadonlySet<Trigger> = new Set(['ahead', ...PRESSURES.map(({ trigger }) => trigger)]);

/** Whether a threshold began it, either crossed or forecast. */
export const isOfThreshold = (trigger: Trigger): boolean => OF_THRESHOLDS.has(trigger);

/** One collection, as `POST /v1/collections?wait=true` answers it and the report keeps it. Times in ms since the epoch. */
export interface CollectionRecord {
  readonly id: number;
  readonly trigger: Trigger;
  /** The crossed threshold, in words: `26 networks on the engine, threshold 24`. */
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly topologies: readonly TopologyId[];
  readonly before: Readings;
  readonly after: Readings;
  /** The members that this collection removed itself. */
  readonly removed: MemberCounts;
  /** The members that went by themselves meanwhile, or by another collection; absent if there are none. */
  readonly goneOtherwise?: MemberCounts;
  readonly failed: number;
}

/** The names under which members of each kind are counted. */
export type CountName = CountOf<MemberKind>;

type AlwaysThere = CountOf<AlwaysCountedKind>;

/** The number of members of each kind; most names are absent if the number is 0. */
export type MemberCounts = { readonly [Name in AlwaysThere]: number } & {
  readonly [Name in Exclude<CountName, AlwaysThere>]?: number;
};

const countName = (kind: MemberKind): CountName => KINDS[kind].count;

/** In the order in which output lists them. */
export const COUNT_NAMES: readonly CountName[] = MEMBER_KINDS.map(countName);

export const NO_MEMBERS = Object.fromEntries(
  MEMBER_KINDS.filter((kind) => KINDS[kind].isAlwaysCounted).map((kind) => [countName(kind), 0]),
) as MemberCounts;

/** Builds counts from a number for each name; leaves out names that may be absent if their number is 0. */
function toCounts(count: (name: CountName) => number): MemberCounts {
  const counts = COUNT_NAMES.map((name) => [name, count(name)] as const);
  return { ...NO_MEMBERS, ...Object.fromEntries(counts.filter(([, number]) => number > 0)) };
}

export const addCounts = (a: MemberCounts, b: MemberCounts): MemberCounts =>
  toCounts((name) => (a[name] ?? 0) + (b[name] ?? 0));

/** Subtracts `b` from `a`; `b` must be a part of `a`. */
export const subtractCounts = (a: MemberCounts, b: MemberCounts): MemberCounts =>
  toCounts((name) => (a[name] ?? 0) - (b[name] ?? 0));

/** The number of members of each kind. */
export function countMembers(members: Iterable<{ readonly kind: MemberKind }>): MemberCounts {
  const numbers = new Map<CountName, number>();
  for (const { kind } of members) numbers.set(countName(kind), (numbers.get(countName(kind)) ?? 0) + 1);
  return toCounts((name) => numbers.get(name) ?? 0);
}

/** The number of collections that each trigger began, in the order of each trigger's first collection. */
export function countTriggers(
  collections: readonly Pick<CollectionRecord, 'trigger'>[],
): ReadonlyMap<Trigger, number> {
  const times = new Map<Trigger, number>();
  for (const { trigger } of collections) times.set(trigger, (times.get(trigger) ?? 0) + 1);
  return times;
}
