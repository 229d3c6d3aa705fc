import {
  type AlwaysCountedKind,
  type CountOf,
  KINDS,
  MEMBER_KINDS,
  type MemberKind,
} from '../kinds/kinds.ts';
import { type MeasureTrigger, PRESSURES, type Readings } from '../measures/measures.ts';
import type { TopologyId } from '../topology/topology.ts';

/** Why a collection ran: for a measure, or `ahead` of one that would be full too soon, or as somebody asked for it. */
export type Trigger = MeasureTrigger | 'ahead' | 'request' | 'drain' | 'recovery' | 'sweep';

const OF_THRESHOLDS: ReadonlySet<Trigger> = new Set(['ahead', ...PRESSURES.map(({ trigger }) => trigger)]);

/** Whether a threshold has begun it, which was crossed or about to be. */
export const isOfThreshold = (trigger: Trigger): boolean => OF_THRESHOLDS.has(trigger);

/** One collection, as answered by `POST /v1/collections?wait=true` and kept for the report. Times in ms since the epoch. */
export interface CollectionRecord {
  readonly id: number;
  readonly trigger: Trigger;
  /** What crossed which threshold, in words: `26 networks on the engine, threshold 24`. */
  readonly reason: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly topologies: readonly TopologyId[];
  readonly before: Readings;
  readonly after: Readings;
  /** What this collection has removed itself. */
  readonly removed: MemberCounts;
  /** What went by itself meanwhile, or by another collection; absent where there is none. */
  readonly goneOtherwise?: MemberCounts;
  readonly failed: number;
}

/** By which name members of a kind are counted. */
export type CountName = CountOf<MemberKind>;

type AlwaysThere = CountOf<AlwaysCountedKind>;

/** How many members of each kind there are; most are absent where there are none. */
export type MemberCounts = { readonly [Name in AlwaysThere]: number } & {
  readonly [Name in Exclude<CountName, AlwaysThere>]?: number;
};

const countName = (kind: MemberKind): CountName => KINDS[kind].count;

/** In the order in which they are told. */
export const COUNT_NAMES: readonly CountName[] = MEMBER_KINDS.map(countName);

export const NO_MEMBERS = Object.fromEntries(
  MEMBER_KINDS.filter((kind) => KINDS[kind].isAlwaysCounted).map((kind) => [countName(kind), 0]),
) as MemberCounts;

/** Made of a number for each name; those that may be absent are where they are 0. */
function toCounts(count: (name: CountName) => number): MemberCounts {
  const counts = COUNT_NAMES.map((name) => [name, count(name)] as const);
  return { ...NO_MEMBERS, ...Object.fromEntries(counts.filter(([, number]) => number > 0)) };
}

export const addCounts = (a: MemberCounts, b: MemberCounts): MemberCounts =>
  toCounts((name) => (a[name] ?? 0) + (b[name] ?? 0));

/** What is left of `a` without `b`, which is a part of it. */
export const subtractCounts = (a: MemberCounts, b: MemberCounts): MemberCounts =>
  toCounts((name) => (a[name] ?? 0) - (b[name] ?? 0));

/** How many of each kind there are. */
export function countMembers(members: Iterable<{ readonly kind: MemberKind }>): MemberCounts {
  const numbers = new Map<CountName, number>();
  for (const { kind } of members) numbers.set(countName(kind), (numbers.get(countName(kind)) ?? 0) + 1);
  return toCounts((name) => numbers.get(name) ?? 0);
}

/** How many collections each trigger has begun, in the order in which they first did. */
export function countTriggers(
  collections: readonly Pick<CollectionRecord, 'trigger'>[],
): ReadonlyMap<Trigger, number> {
  const times = new Map<Trigger, number>();
  for (const { trigger } of collections) times.set(trigger, (times.get(trigger) ?? 0) + 1);
  return times;
}
