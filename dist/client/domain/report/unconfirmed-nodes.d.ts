import type { UnconfirmedNode } from '../swarm.ts';
import type { Topology } from '../topology/topology.ts';
/** A node of a Swarm on which it is not known whether containers of services are left. */
export interface ReportedNode extends UnconfirmedNode {
    /** Names of these services. */
    readonly services: readonly string[];
    /** What else may be left there, in words; absent for containers of services. */
    readonly what?: string;
}
/** One entry for each node and reason, with the tasks of all services. */
export declare function unconfirmedNodes(topologies: Iterable<Topology>): ReportedNode[];
/** `node b: whether containers of web, db are left is not known: …`, one line. */
export declare function describeNode({ node, services, what, why }: ReportedNode): string;
