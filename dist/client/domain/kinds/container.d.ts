import type { Needs } from './container-needs.ts';
import { type Facts } from './kind.ts';
import { whyMadeAnew } from './made-anew.ts';
import type { MountBelow } from './mount-below.ts';
export interface ContainerFacts extends Facts<'container'> {
    /** The image that it was made from, as its maker named it. */
    readonly image?: string;
    /** Names of the volumes that it has mounted. */
    readonly volumes?: readonly string[];
    /** The mounts that the host has below its volumes because of it. */
    readonly below?: readonly MountBelow[];
    /** Containers that must outlive it. */
    readonly needs?: Needs;
    /** Ids of the containers that need it and must stop before it. */
    readonly stopsAfter?: readonly string[];
    /** Ids of the networks that it is attached to; they can't go before it. */
    readonly networks?: readonly string[];
    /** ms between the stop signal and the kill. */
    readonly graceMs?: number;
    /** Its restart policy would revive it. */
    readonly restarts?: boolean;
    /** The engine removes it by itself once it has stopped (`--rm`). */
    readonly autoRemove?: boolean;
    /** Its first process is the engine's own init, which forwards signals (`--init`). */
    readonly init?: boolean;
}
export declare const container: {
    readonly kind: "container";
    readonly naming: {
        readonly field: "containers";
        readonly option: {
            readonly name: "container";
            readonly value: "C";
        };
        readonly isSharable: false;
        readonly read: (ref: string) => string;
        readonly whyNoRef: (ref: string) => string | undefined;
    };
    readonly count: "containers";
    readonly isAlwaysCounted: true;
    readonly word: readonly ["container", "containers"];
    readonly on: "engine";
    readonly isLabelled: true;
    readonly hasShortIds: true;
    readonly hasToStop: true;
    readonly goesAfter: readonly [];
    readonly beginsOnce: "gone";
    readonly holds: ({ networks }: ContainerFacts) => {
        kind: string;
        id: string;
    }[];
    readonly lean: ({ networks, volumes, restarts, autoRemove, ...facts }: ContainerFacts) => {
        autoRemove?: true;
        restarts?: true;
        volumes?: readonly string[];
        networks?: readonly string[];
        image?: string;
        below?: readonly MountBelow[];
        needs?: Needs;
        stopsAfter?: readonly string[];
        graceMs?: number;
        init?: boolean;
        kind: "container";
        id: string;
        name: string;
        createdAt?: string;
        createdAtMoves?: boolean;
        site?: string;
        shared?: boolean;
    };
    readonly weight: ({ image, networks, volumes, stopsAfter, below }: ContainerFacts) => number;
    readonly whyGuarded: (member: ContainerFacts, { containers }: import("../protection/guarded.ts").Guarded) => "is the job's own container or one of its service containers" | undefined;
    readonly whyMadeAnew: typeof whyMadeAnew;
} & import("./kind.ts").Knows<ContainerFacts>;
