import { type AlwaysCountedKind, type CountOf, type MemberKind } from '../kinds/kinds.ts';
import { type MeasureTrigger, type Readings } from '../measures/measures.ts';
import type { TopologyId } from '../topology/topology.ts';
/** Why a collection ran: for a measure, `ahead` of a measure that would be full too soon, or by request. */
export type Trigger = MeasureTrigger | 'ahead' | 'request' | 'drain' | 'recovery' | 'sweep';
/** Whether a threshold began it, either crossed or forecast. */
export declare const isOfThreshold: (trigger: Trigger) => boolean;
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
export type MemberCounts = {
    readonly [Name in AlwaysThere]: number;
} & {
    readonly [Name in Exclude<CountName, AlwaysThere>]?: number;
};
/** In the order in which output lists them. */
export declare const COUNT_NAMES: readonly CountName[];
export declare const NO_MEMBERS: MemberCounts;
export declare const addCounts: (a: MemberCounts, b: MemberCounts) => MemberCounts;
/** Subtracts `b` from `a`; `b` must be a part of `a`. */
export declare const subtractCounts: (a: MemberCounts, b: MemberCounts) => MemberCounts;
/** The number of members of each kind. */
export declare function countMembers(members: Iterable<{
    readonly kind: MemberKind;
}>): MemberCounts;
/** The number of collections that each trigger began, in the order of each trigger's first collection. */
export declare function countTriggers(collections: readonly Pick<CollectionRecord, 'trigger'>[]): ReadonlyMap<Trigger, number>;
export {};
