import { type Member, type Topology } from '../topology/topology.ts';
import type { LayerBytes } from './measure.ts';
/** The members of a kind that a topology still has. */
export declare const leftOf: (topology: Topology, kind: Member["kind"]) => Member[];
/** How many members of a kind topologies still have in all. */
export declare const countLeftOf: (topologies: readonly Topology[], kind: Member["kind"]) => number;
export declare const isRunning: (topology: Topology) => boolean;
/** What the writable layers of a topology hold, in bytes. */
export declare const layersOf: (topology: Topology, layerBytes: LayerBytes) => number;
