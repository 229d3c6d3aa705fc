import type { Readings } from './readings.ts';
import type { MemberKind, TopologyId } from './topology.ts';

/** Why a collection ran. */
export const TRIGGERS = [
  'disk',
  'memory',
  'cpu',
  'containers',
  'networks',
  'age',
  'idle',
  'ahead',
  'request',
  'drain',
  'recovery',
  'sweep',
] as const;

export type Trigger = (typeof TRIGGERS)[number];

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
  readonly removed: MemberCounts;
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

const COUNTED = {
  container: 'containers',
  network: 'networks',
  volume: 'volumes',
  netns: 'links',
  path: 'paths',
  image: 'images',
} as const satisfies Record<MemberKind, keyof MemberCounts>;

type Counting = { -readonly [K in keyof MemberCounts]: MemberCounts[K] };

export function addCounts(a: MemberCounts, b: MemberCounts): MemberCounts {
  const sum: Counting = { ...a };
  for (const name of Object.values(COUNTED)) if (b[name] !== undefined) sum[name] = (a[name] ?? 0) + b[name];
  return sum;
}

/** What is left of `a` without `b`, which is a part of it. */
export function subtractCounts(a: MemberCounts, b: MemberCounts): MemberCounts {
  const { links = 0, paths = 0, ...rest } = a;
  const left = { links: links - (b.links ?? 0), paths: paths - (b.paths ?? 0) };
  return {
    containers: rest.containers - b.containers,
    networks: rest.networks - b.networks,
    volumes: rest.volumes - b.volumes,
    ...(left.links > 0 && { links: left.links }),
    ...(left.paths > 0 && { paths: left.paths }),
  };
}

/** How many of each kind there are. */
export function countMembers(members: Iterable<{ readonly kind: MemberKind }>): MemberCounts {
  const counts: Counting = { ...NO_MEMBERS };
  for (const { kind } of members) counts[COUNTED[kind]] = (counts[COUNTED[kind]] ?? 0) + 1;
  return counts;
}

/** How many collections each trigger has begun, in the order in which they first did. */
export function countTriggers(
  collections: readonly Pick<CollectionRecord, 'trigger'>[],
): ReadonlyMap<Trigger, number> {
  const times = new Map<Trigger, number>();
  for (const { trigger } of collections) times.set(trigger, (times.get(trigger) ?? 0) + 1);
  return times;
}
