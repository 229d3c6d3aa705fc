import type { Readings } from '../measures/readings.ts';
import type { MemberKind, TopologyId } from '../topology/topology.ts';
/** Why a collection ran. */
export declare const TRIGGERS: readonly ["disk", "memory", "cpu", "containers", "networks", "age", "idle", "ahead", "request", "drain", "recovery", "sweep"];
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
export declare const NO_MEMBERS: MemberCounts;
export type CountName = keyof MemberCounts;
export declare const COUNT_NAMES: readonly CountName[];
export declare const addCounts: (a: MemberCounts, b: MemberCounts) => MemberCounts;
/** What is left of `a` without `b`, which is a part of it. */
export declare const subtractCounts: (a: MemberCounts, b: MemberCounts) => MemberCounts;
/** How many of each kind there are. */
export declare function countMembers(members: Iterable<{
    readonly kind: MemberKind;
}>): MemberCounts;
/** How many collections each trigger has begun, in the order in which they first did. */
export declare function countTriggers(collections: readonly Pick<CollectionRecord, 'trigger'>[]): ReadonlyMap<Trigger, number>;
