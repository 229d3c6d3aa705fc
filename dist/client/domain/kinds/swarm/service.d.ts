import type { ServiceTask } from '../../swarm.ts';
import { type Facts } from '../kind.ts';
export interface ServiceFacts extends Facts<'service'> {
    /** The image of its tasks, as its maker named it. */
    readonly image?: string;
    /** Ids of the networks that its tasks join; they can't go before the tasks' containers. */
    readonly networks?: readonly string[];
    /** Names of the volumes that its tasks mount, each on its own node. */
    readonly volumes?: readonly string[];
    /** The label of the volumes that go with it on each node, if its stack was handed over with its volumes. */
    readonly volumesWith?: string;
    /** ms between the stop signal of a task and its kill. */
    readonly graceMs?: number;
    /** The tasks before the service was deleted: afterwards the manager forgets them. */
    readonly tasks?: readonly ServiceTask[];
}
/** A service of a Swarm. Its deletion is its stop: its nodes then stop and remove the containers of its tasks. */
export declare const service: {
    readonly kind: "service";
    readonly naming: {
        readonly field: "services";
        readonly option: {
            readonly name: "service";
            readonly value: "S";
        };
        readonly isSharable: false;
        readonly whyNoRef: (ref: string) => string | undefined;
    };
    readonly count: "services";
    readonly isAlwaysCounted: false;
    readonly word: readonly ["service", "services"];
    readonly on: "engine";
    readonly isClustered: true;
    readonly isLabelled: true;
    readonly hasShortIds: true;
    readonly hasToStop: true;
    readonly goesAfter: readonly [];
    readonly beginsOnce: "gone";
    readonly holds: ({ networks }: ServiceFacts) => {
        kind: string;
        id: string;
    }[];
    readonly weight: ({ image, networks, volumes, volumesWith, tasks }: ServiceFacts) => number;
} & import("../kind.ts").Knows<ServiceFacts>;
