import { type Facts } from './kind.ts';
export interface VolumeFacts extends Facts<'volume'> {
    /** Why an anonymous volume that a container of the topology has mounted must not be removed. */
    readonly foreign?: string;
}
type Times = Pick<Facts, 'createdAt' | 'createdAtMoves'>;
/**
 * Whether the volume that the engine shows is the one that was taken, because a name can be reused. `undefined` if that is
 * unknown: the volume has no time, or its time moved because something wrote to it or because it is another volume.
 * @param isHeard whether the agent listened to the engine all the time, and so would have heard of the removal
 */
export declare function isStillVolume(shown: Times, taken: Times, isHeard: boolean): boolean | undefined;
export declare const volume: {
    readonly kind: "volume";
    readonly naming: {
        readonly field: "volumes";
        readonly option: {
            readonly name: "volume";
            readonly value: "V";
        };
        readonly isSharable: true;
        readonly whyNoRef: (ref: string) => string | undefined;
    };
    readonly count: "volumes";
    readonly isAlwaysCounted: true;
    readonly word: readonly ["volume", "volumes"];
    readonly on: "engine";
    readonly isLabelled: true;
    readonly hasShortIds: false;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["container", "service"];
    readonly beginsOnce: "gone";
    readonly isSame: (a: VolumeFacts, b: VolumeFacts) => boolean;
    readonly isStill: typeof isStillVolume;
    readonly hasComeSince: ({ name }: VolumeFacts, { volumes }: import("../protection/guarded.ts").Guarded) => boolean;
} & import("./kind.ts").Knows<VolumeFacts>;
export {};
