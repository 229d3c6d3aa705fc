import { type Facts } from '../kind.ts';
export type SecretFacts = Facts<'secret'>;
/** A secret of a Swarm. The manager refuses its removal while a service refers to it. */
export declare const secret: {
    readonly kind: "secret";
    readonly naming: {
        readonly field: "secrets";
        readonly option: {
            readonly name: "secret";
            readonly value: "SECRET";
        };
        readonly isSharable: false;
        readonly whyNoRef: (ref: string) => string | undefined;
    };
    readonly count: "secrets";
    readonly isAlwaysCounted: false;
    readonly word: readonly ["secret", "secrets"];
    readonly on: "engine";
    readonly isClustered: true;
    readonly isLabelled: true;
    readonly hasShortIds: true;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["service"];
    readonly beginsOnce: "gone";
} & import("../kind.ts").Knows<SecretFacts>;
