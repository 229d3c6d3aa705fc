import type { SiteName } from '../engine.ts';
import type { CountLimit } from '../limits/limits.ts';
import type { Topology } from '../topology/topology.ts';
import type { Sources } from './measure.ts';
export interface NetworkReadings {
    /** Bridge networks on the engine, of all owners; of several engines, on the default one. */
    readonly networks?: number;
    /** The same on each other engine, by its name; absent if there is only one. */
    readonly networksAt?: Readonly<Record<SiteName, number>>;
}
/** The count of an engine; `undefined` for the default. */
type Count = readonly [site: SiteName | undefined, count: number];
/** One of several engines that does not tell its count is named, and hides no other. */
declare function countAll({ engine, sites, missing }: Sources): Promise<Count[]>;
declare function readCounts(counts?: readonly Count[]): NetworkReadings;
/** The number of bridge networks on the engine, whose address pools run out. */
export declare const networks: {
    readonly trigger: "networks";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => CountLimit | undefined;
        readonly name: "network-threshold";
    };
    readonly unit: "count";
    readonly fires: "above";
    readonly urgency: 30;
    readonly runsOut: false;
    readonly reads: {
        readonly name: "networks";
        readonly ask: typeof countAll;
        readonly read: typeof readCounts;
    };
    readonly relief: {
        readonly isMeasured: false;
        readonly cutsGrace: false;
        readonly weighsLayers: false;
        readonly isHelpedByImages: false;
        readonly helpers: (pending: readonly Topology[]) => Topology[];
        readonly expected: (readings: NetworkReadings, { topologies }: import("./measure.ts").Gone) => {
            networksAt?: {
                [k: string]: number;
            };
            networks?: number;
        };
    };
    readonly words: {
        readonly isShown: true;
        readonly name: (of: string) => string;
        readonly subject: (of: string) => string;
        readonly figure: "amount";
        readonly after: () => string;
        readonly lane: 20;
        readonly wavers: false;
    };
    readonly metrics: readonly [{
        readonly name: "topo_gc_engine_networks";
        readonly help: "Bridge networks on the engine, whoever made them.";
        readonly samples: ({ networks: value, networksAt }: NetworkReadings) => ({
            labels: {
                engine: string;
            };
            value: number;
        } | {
            value: number;
        })[];
    }];
    readonly whenOften: {
        readonly effect: "has fewer and larger collections, once the daemon has more address pools (default-address-pools)";
    };
    readonly amounts: ({ networks: value, networksAt }: NetworkReadings) => {
        of: string;
        value: number;
    }[];
    readonly crossed: (limit: CountLimit, amount: import("./readings.ts").Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
};
export {};
