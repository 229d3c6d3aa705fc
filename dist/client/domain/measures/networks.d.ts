import type { CountLimit } from '../limits/limits.ts';
export interface NetworkReadings {
    /** Bridge networks on the engine, of all owners. */
    readonly networks?: number;
}
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
        readonly ask: ({ engine }: import("./measure.ts").Sources) => Promise<number>;
        readonly read: (count: number | undefined) => {
            networks?: never;
        } | {
            networks: number;
        };
    };
    readonly relief: {
        readonly isMeasured: false;
        readonly cutsGrace: false;
        readonly weighsLayers: false;
        readonly isHelpedByImages: false;
        readonly helpers: (pending: readonly import("../topology/topology.ts").Topology[]) => import("../topology/topology.ts").Topology[];
        readonly expected: ({ networks: count }: NetworkReadings, { topologies }: import("./measure.ts").Gone) => {
            networks?: never;
        } | {
            networks: number;
        };
    };
    readonly words: {
        readonly isShown: true;
        readonly name: () => string;
        readonly subject: () => string;
        readonly figure: "amount";
        readonly after: () => string;
        readonly lane: 20;
        readonly wavers: false;
    };
    readonly metrics: readonly [{
        readonly name: "topo_gc_engine_networks";
        readonly help: "Bridge networks on the engine, whoever made them.";
        readonly samples: ({ networks: value }: NetworkReadings) => {
            value: number;
        }[];
    }];
    readonly whenOften: {
        readonly effect: "has fewer and larger collections, once the daemon has more address pools (default-address-pools)";
    };
    readonly amounts: ({ networks: value }: NetworkReadings) => {
        of: string;
        value: number;
    }[];
    readonly crossed: (limit: CountLimit, amount: import("./readings.ts").Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
};
