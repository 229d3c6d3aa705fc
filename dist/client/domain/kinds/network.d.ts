import { type Facts } from './kind.ts';
export interface NetworkFacts extends Facts<'network'> {
    /** It spans the nodes of a Swarm: the engine would remove it from under containers that still stop. */
    readonly isOverlay?: true;
}
export declare const network: {
    readonly kind: "network";
    readonly naming: {
        readonly field: "networks";
        readonly option: {
            readonly name: "network";
            readonly value: "N";
        };
        readonly sharedOption: {
            readonly name: "shared-network";
            readonly value: "N";
            readonly help: "a network that is removed only when no container uses it";
        };
        readonly isSharable: true;
        readonly whyNoRef: (ref: string) => string | undefined;
    };
    readonly count: "networks";
    readonly isAlwaysCounted: true;
    readonly word: readonly ["network", "networks"];
    readonly on: "engine";
    readonly isLabelled: true;
    readonly hasShortIds: true;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["container", "service"];
    readonly beginsOnce: "exited";
    readonly removedAtOnce: 2;
    readonly goesFirst: true;
    readonly whyUntouchable: ({ name }: NetworkFacts) => "is a predefined network" | undefined;
    readonly whyGuarded: (member: NetworkFacts, { networks }: import("../protection/guarded.ts").Guarded) => "is the job's own network" | undefined;
} & import("./kind.ts").Knows<NetworkFacts>;
