import { type Member, type Topology } from '../topology/topology.ts';
import type { ReportedTopology } from './reported-topology.ts';
/**
 * @param aheadMs how far the clock of a member's engine is ahead of this host's, in ms
 * @param withLives whether to list each member
 */
export declare function reportTopology(topology: Topology, aheadMs: (member: Member) => number, withLives: boolean): ReportedTopology;
/** The most members whose lives a report holds: a report passes through the agent's memory as one text. */
export declare const MOST_LIVES = 10000;
/** The topologies. As long as there is room, each lists the lives of its members; topologies with a failure or a kill go first. */
export declare function reportTopologies(topologies: readonly Topology[], aheadMs: (member: Member) => number): ReportedTopology[];
