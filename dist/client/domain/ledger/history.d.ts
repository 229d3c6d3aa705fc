import { type MemberCounts } from '../removal/collection.ts';
import { type Topology } from '../topology/topology.ts';
/** What is kept of topologies and collections that are over for long: their figures. */
export interface History {
    readonly topologies: number;
    readonly removed: MemberCounts;
    readonly oneByOneMs: number;
    readonly collections: number;
}
export declare const NO_HISTORY: History;
/** Members that are gone, not those that were left to others; one that several topologies name counts once. */
export declare function countRemoved(topologies: readonly Topology[]): MemberCounts;
