import { type Engine, EngineError, type EngineIdentity, type SiteName } from './engine.ts';
import type { HostMoment } from './moment.ts';
import type { Guarded } from './protection/guarded.ts';
/** The differences between engines. */
export interface EngineTraits {
    /** It keeps a volume's creation time; on other engines, writing to the volume moves that time. */
    readonly keepsVolumeTimes: boolean;
    /** It detaches a network from its users if a request names the network by its id. */
    readonly takesUsedNetworks: boolean;
    /** It does not remove a network while any container has it, be it stopped; an inspection shows only those that run. */
    readonly keepsStoppedEndpoints: boolean;
    /** With a container it removes, if asked to remove its unnamed volumes, also such a volume of another container. */
    readonly takesOthersVolumes: boolean;
    /** Its changes include the signals that it sends. */
    readonly tellsSignals: boolean;
    /** It runs on this host, so the agent may look at its files. */
    readonly isOnThisHost: boolean;
}
/** One engine as the agent knows it. */
export interface Site {
    /** Absent if there is only one engine. */
    readonly name?: SiteName;
    readonly engine: Engine;
    /** The engine's address and identity, and how far its clock is ahead of this host's. */
    readonly identity: EngineIdentity;
    readonly traits: EngineTraits;
    /** The beginning of the session, ISO 8601, by the engine's clock. */
    readonly startedAt: string;
    /** The objects there that belong to the runner. */
    readonly guarded: Guarded;
    /** The last time at which an earlier agent was at work there; absent if this agent is the first. */
    readonly lastAlive?: HostMoment | undefined;
}
/** The engines of a session, at least one; the first is the default if no name is given. */
export type Sites = readonly [Site, ...Site[]];
/** Anything that names a site, such as a member. */
export interface AtSite {
    readonly site?: SiteName | undefined;
}
/** Whether two identities are of one engine: before 23.0 all engines of a host share one id. */
export declare const isSameEngine: (a: Pick<EngineIdentity, "id" | "dataRoot">, b: Pick<EngineIdentity, "id" | "dataRoot">) => boolean;
/** What people call a site: its name, or the address of a default engine without one. */
export declare const titleOf: ({ name, identity }: Pick<Site, "name" | "identity">) => string;
/** The site of a member. @throws EngineError if the session has no site of that name */
export declare function siteOf(sites: Sites, { site: name }: AtSite): Site;
/** The members of each site that has members. */
export declare function bySite<M extends AtSite>(sites: Sites, members: readonly M[]): (readonly [Site, readonly M[]])[];
/** Some sites did not answer a question to all sites. */
export declare class SitesLost<T = unknown> extends EngineError {
    /** The answers of the other sites. */
    readonly answer: T;
    constructor(answer: T, message: string, cause: EngineError);
}
