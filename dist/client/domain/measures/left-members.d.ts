import { type Member, type Topology } from '../topology/topology.ts';
import type { LayerBytes } from './measure.ts';
/** The members of a kind that a topology still has. */
export declare const leftOf: (topology: Topology, kind: Member["kind"]) => Member[];
/** The number of members of a kind that topologies still have in total. */
export declare const countLeftOf: (topologies: readonly Topology[], kind: Member["kind"]) => number;
export declare const isRunning: (topology: Topology) => boolean;
/** The size of a topology's writable layers, in bytes. */
export declare const layersOf: (topology: Topology, layerBytes: LayerBytes) => number;
