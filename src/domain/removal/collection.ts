import { type MeasureTrigger, PRESSURES, type Readings } from '../measures/measures.ts';
import type { MemberKind, TopologyId } from '../topology/topology.ts';

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

export interface MemberCounts {
  readonly containers: number;
  readonly networks: number;
  readonly volumes: number;
  /** Links to network namespaces, and paths of the host; absent where there are none. */
  readonly links?: number;
  readonly paths?: number;
  /** Where `remove-images` asks for it; absent where there are none. */
  readonly images?: number;
}

export const NO_MEMBERS: MemberCounts = { containers: 0, networks: 0, volumes: 0 };

/** By which name members of a kind are counted. */
const COUNTED = {
  container: 'containers',
  network: 'networks',
  volume: 'volumes',
  netns: 'links',
  path: 'paths',
  image: 'images',
} as const satisfies Record<MemberKind, keyof MemberCounts>;

export type CountName = keyof MemberCounts;

export const COUNT_NAMES: readonly CountName[] = Object.values(COUNTED);

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
  for (const { kind } of members) numbers.set(COUNTED[kind], (numbers.get(COUNTED[kind]) ?? 0) + 1);
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
