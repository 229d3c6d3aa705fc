import { type MemberCounts } from '../removal/collection.ts';
import { type Topology } from '../topology/topology.ts';
/** The figures of topologies and collections that ended long ago. */
export interface History {
    readonly topologies: number;
    readonly removed: MemberCounts;
    readonly oneByOneMs: number;
    readonly collections: number;
}
export declare const NO_HISTORY: History;
/** Members that are gone, without those that were left to others. A member that several topologies name counts once. */
export declare function countRemoved(topologies: readonly Topology[]): MemberCounts;
