import type { Readings } from './readings.ts';
import type { TopologyId } from './topology.ts';

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
}

export const NO_MEMBERS: MemberCounts = { containers: 0, networks: 0, volumes: 0 };

export const addCounts = (a: MemberCounts, b: MemberCounts): MemberCounts => ({
  containers: a.containers + b.containers,
  networks: a.networks + b.networks,
  volumes: a.volumes + b.volumes,
});

/** How many of each kind there are. */
export function countMembers(
  members: Iterable<{ readonly kind: 'container' | 'network' | 'volume' }>,
): MemberCounts {
  const counts = { containers: 0, networks: 0, volumes: 0 };
  for (const { kind } of members) counts[`${kind}s`] += 1;
  return counts;
}
