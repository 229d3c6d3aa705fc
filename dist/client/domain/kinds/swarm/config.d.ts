import { type Facts } from '../kind.ts';
export type ConfigFacts = Facts<'config'>;
/** A config of a Swarm. The manager refuses its removal while a service refers to it. */
export declare const config: {
    readonly kind: "config";
    readonly naming: {
        readonly field: "configs";
        readonly option: {
            readonly name: "config";
            readonly value: "CONFIG";
        };
        readonly isSharable: false;
        readonly whyNoRef: (ref: string) => string | undefined;
    };
    readonly count: "configs";
    readonly isAlwaysCounted: false;
    readonly word: readonly ["config", "configs"];
    readonly on: "engine";
    readonly isClustered: true;
    readonly isLabelled: true;
    readonly hasShortIds: true;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["service"];
    readonly beginsOnce: "gone";
} & import("../kind.ts").Knows<ConfigFacts>;
