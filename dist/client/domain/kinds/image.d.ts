import { type Facts } from './kind.ts';
export type ImageFacts = Facts<'image'>;
/** Clients cannot name images: `remove-images` makes the agent look for them. */
export declare const image: {
    readonly kind: "image";
    readonly count: "images";
    readonly isAlwaysCounted: false;
    readonly word: readonly ["image", "images"];
    readonly on: "engine";
    readonly isLabelled: false;
    readonly hasShortIds: false;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["container", "service"];
    readonly beginsOnce: "gone";
    readonly removedAtOnce: 1;
    readonly goesInOrder: true;
} & import("./kind.ts").Knows<ImageFacts>;
