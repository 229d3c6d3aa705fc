import type { FactsKnown, Kind, Naming } from './kind.ts';
/** Every kind of member, one line per kind, in the order in which output lists them. */
export declare const KINDS: {
    container: {
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
        readonly holds: ({ networks }: import("./container.ts").ContainerFacts) => {
            kind: string;
            id: string;
        }[];
        readonly lean: ({ networks, volumes, restarts, autoRemove, ...facts }: import("./container.ts").ContainerFacts) => {
            autoRemove?: true;
            restarts?: true;
            volumes?: readonly string[];
            networks?: readonly string[];
            image?: string;
            below?: readonly import("./mount-below.ts").MountBelow[];
            needs?: import("./container-needs.ts").Needs;
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
        readonly weight: ({ image, networks, volumes, stopsAfter, below }: import("./container.ts").ContainerFacts) => number;
        readonly whyGuarded: (member: import("./container.ts").ContainerFacts, { containers }: import("../protection/guarded.ts").Guarded) => "is the job's own container or one of its service containers" | undefined;
        readonly whyMadeAnew: typeof import("./made-anew.ts").whyMadeAnew;
    } & import("./kind.ts").Knows<import("./container.ts").ContainerFacts>;
    network: {
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
        readonly whyUntouchable: ({ name }: import("./network.ts").NetworkFacts) => "is a predefined network" | undefined;
        readonly whyGuarded: (member: import("./network.ts").NetworkFacts, { networks }: import("../protection/guarded.ts").Guarded) => "is the job's own network" | undefined;
    } & import("./kind.ts").Knows<import("./network.ts").NetworkFacts>;
    volume: {
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
        readonly isSame: (a: import("./volume.ts").VolumeFacts, b: import("./volume.ts").VolumeFacts) => boolean;
        readonly isStill: typeof import("./volume.ts").isStillVolume;
        readonly hasComeSince: ({ name }: import("./volume.ts").VolumeFacts, { volumes }: import("../protection/guarded.ts").Guarded) => boolean;
    } & import("./kind.ts").Knows<import("./volume.ts").VolumeFacts>;
    service: {
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
        readonly holds: ({ networks }: import("./swarm/service.ts").ServiceFacts) => {
            kind: string;
            id: string;
        }[];
        readonly weight: ({ image, networks, volumes, volumesWith, tasks }: import("./swarm/service.ts").ServiceFacts) => number;
    } & import("./kind.ts").Knows<import("./swarm/service.ts").ServiceFacts>;
    config: {
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
    } & import("./kind.ts").Knows<import("./swarm/config.ts").ConfigFacts>;
    secret: {
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
    } & import("./kind.ts").Knows<import("./swarm/secret.ts").SecretFacts>;
    netns: {
        readonly kind: "netns";
        readonly naming: {
            readonly field: "netns";
            readonly option: {
                readonly name: "netns";
                readonly value: "N";
                readonly help: "a link of /var/run/netns to one of the containers; it is removed at once";
            };
            readonly isSharable: false;
            readonly takes: "takes a list of names of links in /var/run/netns, or of {\"name\": …}";
            readonly whyNoRef: (ref: string) => "takes the name of a link in /var/run/netns: letters, digits and _ . -" | undefined;
        };
        readonly count: "links";
        readonly isAlwaysCounted: false;
        readonly word: readonly ["link", "links"];
        readonly on: "host";
        readonly isLabelled: false;
        readonly hasShortIds: false;
        readonly hasToStop: false;
        readonly goesAfter: readonly ["container"];
        readonly beginsOnce: "gone";
        readonly removedAtOnce: 8;
        readonly isSame: (a: import("./netns.ts").NetnsFacts, b: import("./netns.ts").NetnsFacts) => boolean;
    } & import("./kind.ts").Knows<import("./netns.ts").NetnsFacts>;
    path: {
        readonly kind: "path";
        readonly naming: {
            readonly field: "paths";
            readonly option: {
                readonly name: "path";
                readonly value: "P";
                readonly help: "an absolute path on this host, below one of the agent's path-roots";
            };
            readonly isSharable: false;
            readonly takes: "takes a list of absolute paths, or of {\"name\": …}";
            readonly whyNoRef: (ref: string) => "takes an absolute path, no segment of it empty, \".\" or \"..\"" | undefined;
        };
        readonly count: "paths";
        readonly isAlwaysCounted: false;
        readonly word: readonly ["path", "paths"];
        readonly on: "host";
        readonly isLabelled: false;
        readonly hasShortIds: false;
        readonly hasToStop: false;
        readonly goesAfter: readonly ["container", "service"];
        readonly beginsOnce: "gone";
        readonly removedAtOnce: 2;
        readonly isSame: (a: import("./path.ts").PathFacts, b: import("./path.ts").PathFacts) => boolean;
        readonly whyForeignOnHost: (member: import("./path.ts").PathFacts, { began, ownFolders }: import("../protection/guarded.ts").HostRules) => string | undefined;
        readonly touches: (a: string, b: string) => boolean;
    } & import("./kind.ts").Knows<import("./path.ts").PathFacts>;
    image: {
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
    } & import("./kind.ts").Knows<import("./image.ts").ImageFacts>;
};
type Table = typeof KINDS;
export type MemberKind = keyof Table;
/** Kinds whose objects have such a field. */
type KindsWith<T> = {
    [K in MemberKind]: Table[K] extends T ? K : never;
}[MemberKind];
/** Kinds that a client can name. */
export type NamedKind = KindsWith<{
    readonly naming: Naming;
}>;
/** Kinds that the engine holds and a topology can name. */
export type EngineKind = KindsWith<{
    readonly naming: Naming;
    readonly on: 'engine';
}>;
/** Kinds that tests leave on the host. */
export type HostKind = KindsWith<{
    readonly on: 'host';
}>;
/** Kinds that only a manager of a Swarm knows. */
export type ClusteredKind = KindsWith<{
    readonly isClustered: true;
}>;
/** Kinds whose members have to stop before they can go. */
export type StoppingKind = KindsWith<{
    readonly hasToStop: true;
}>;
/** Kinds that selectors find. */
export type LabelledKind = KindsWith<{
    readonly isLabelled: true;
}>;
export type SharableKind = KindsWith<{
    readonly naming: {
        readonly isSharable: true;
    };
}>;
/** The facts of a member of that kind. */
export type FactsOf<K extends MemberKind> = {
    [Each in K]: FactsKnown<Table[Each]>;
}[K];
/** The field of a submission that names members of a kind. */
export type FieldOf<K extends NamedKind> = Table[K]['naming']['field'];
/** The options of `topo-gc submit` that name members of a kind. */
export type OptionOf<K extends NamedKind> = {
    [Each in K]: Table[Each]['naming']['option']['name'] | (Table[Each]['naming'] extends {
        readonly sharedOption: {
            readonly name: infer Name;
        };
    } ? Name : never);
}[K] & string;
export type CountOf<K extends MemberKind> = Table[K]['count'];
/** Kinds whose count is shown even if it is 0. */
export type AlwaysCountedKind = KindsWith<{
    readonly isAlwaysCounted: true;
}>;
/** A kind for code that does not depend on which kind it is. */
export declare const kindOf: (kind: MemberKind) => Kind;
export declare const MEMBER_KINDS: readonly MemberKind[];
export declare const isMemberKind: (text: string) => text is MemberKind;
export declare const isNamedKind: (kind: MemberKind) => kind is NamedKind;
export declare const isHostKind: (kind: MemberKind) => kind is HostKind;
export declare const isEngineKind: (kind: MemberKind) => kind is EngineKind;
export declare const isClusteredKind: (kind: MemberKind) => kind is ClusteredKind;
export declare const isLabelledKind: (kind: MemberKind) => kind is LabelledKind;
export declare const NAMED_KINDS: NamedKind[];
export declare const ENGINE_KINDS: EngineKind[];
export declare const HOST_KINDS: HostKind[];
export declare const LABELLED_KINDS: LabelledKind[];
/** The naming of a kind's members. */
export declare const namingOf: (kind: NamedKind) => Naming;
/** The kind whose members that field of a submission names. */
export declare const kindOfField: (field: string) => NamedKind | undefined;
export {};
