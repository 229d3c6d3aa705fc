import { type AlwaysCountedKind, type CountOf, type MemberKind } from '../kinds/kinds.ts';
import { type MeasureTrigger, type Readings } from '../measures/measures.ts';
import type { TopologyId } from '../topology/topology.ts';
/** Why a collection ran: for a measure, or `ahead` of one that would be full too soon, or as somebody asked for it. */
export type Trigger = MeasureTrigger | 'ahead' | 'request' | 'drain' | 'recovery' | 'sweep';
/** Whether a threshold has begun it, which was crossed or about to be. */
export declare const isOfThreshold: (trigger: Trigger) => boolean;
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
export type MemberCounts = {
    readonly [Name in AlwaysThere]: number;
} & {
    readonly [Name in Exclude<CountName, AlwaysThere>]?: number;
};
/** In the order in which they are told. */
export declare const COUNT_NAMES: readonly CountName[];
export declare const NO_MEMBERS: MemberCounts;
export declare const addCounts: (a: MemberCounts, b: MemberCounts) => MemberCounts;
/** What is left of `a` without `b`, which is a part of it. */
export declare const subtractCounts: (a: MemberCounts, b: MemberCounts) => MemberCounts;
/** How many of each kind there are. */
export declare function countMembers(members: Iterable<{
    readonly kind: MemberKind;
}>): MemberCounts;
/** How many collections each trigger has begun, in the order in which they first did. */
export declare function countTriggers(collections: readonly Pick<CollectionRecord, 'trigger'>[]): ReadonlyMap<Trigger, number>;
export {};
