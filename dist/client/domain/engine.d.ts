import type { Reach } from './kinds/container-needs.ts';
import type { EngineKind, FactsOf, HostKind, MemberKind } from './kinds/kinds.ts';
import type { VolumePlace } from './kinds/mount-below.ts';
import type { ClockOffset, EngineMoment } from './moment.ts';
import type { Hearing } from './stopping/deafness.ts';
import type { ListedNode, ListedTask, SwarmRole, TaskContainer, TasksAsked } from './swarm.ts';
/** The kinds that the engine holds, including kinds that no client can name. */
export type KindOnEngine = Exclude<MemberKind, HostKind>;
/** The name of an engine, if a session has several. */
export type SiteName = string;
/** The facts that the engine shows for a member, beside its stored facts. */
export interface Shown {
    readonly labels: Readonly<Record<string, string>>;
    /** For a container that runs: its first process, in the PID namespace of the engine. */
    readonly pid?: number;
    /** For a container that runs: its addresses for others. */
    readonly reach?: Reach;
    /** For a volume: the place where the engine keeps its files. */
    readonly place?: VolumePlace;
    /** The time at which the agent heard that a volume was made. Its `createdAt` has whole seconds only, or moves. */
    readonly bornAt?: EngineMoment;
}
/** The facts that the engine shows for a member of that kind. */
export type EngineMemberOf<K extends EngineKind> = {
    [Each in K]: FactsOf<Each> & Shown;
}[K];
export type EngineMember = EngineMemberOf<EngineKind>;
/** An image; it may be left over from a build step. */
export interface EngineImage {
    readonly site?: SiteName;
    readonly id: string;
    /** Its first tag, or else the beginning of its id. */
    readonly name: string;
    /** The image that it was built on, if the engine knows. */
    readonly parent?: string;
}
/** Paths of the PEM files with which an engine and its client identify each other. */
export interface TlsFiles {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    /** Whether `ca` must confirm the engine's identity. */
    readonly verify: boolean;
}
/** The address of an engine. */
export interface EngineEndpoint {
    /** `unix:///PATH`, `tcp://HOST:PORT` or `ssh://USER@HOST`. */
    readonly host: string;
    /** Absent if the connection uses no TLS. */
    readonly tls?: TlsFiles;
}
export interface EngineIdentity extends EngineEndpoint {
    /** `/info` `ID`; for Podman, which has no lasting id, `podman:HOST:STORAGE`. */
    readonly id: string;
    readonly version: string;
    readonly apiVersion: string;
    readonly dataRoot: string;
    /** ISO 8601: the engine's clock when it answered. */
    readonly time: string;
    /** How far the engine's clock is ahead of this host's. */
    readonly ahead: ClockOffset;
    /** Absent if it was in no Swarm when it answered. */
    readonly swarm?: SwarmRole;
}
/** The result of one look at the stop signal of a container's first process. */
export interface StopHearing {
    readonly hearing: Hearing;
    /** The pid of that process on the engine's host. */
    readonly pid: number;
    /** The signal as the container names it: `SIGTERM`. */
    readonly signal: string;
}
/**
 * A change on the engine: a network or volume was made, a container was started, an object was changed or got a signal, or
 * is gone.
 */
export interface EngineChange {
    readonly site?: SiteName;
    readonly type: 'came' | 'changed' | 'signalled' | 'gone';
    readonly kind: EngineKind;
    /** The full id; for a volume its name. */
    readonly id: string;
    /** The time of the change. */
    readonly at?: EngineMoment;
}
export interface RemoveOptions {
    /** For a container: leaves its anonymous volumes. */
    readonly keepsVolumes?: boolean;
}
/**
 * A Docker Engine. Every call has its own deadline and throws an EngineError; `undefined` and `'absent'` mean that
 * the engine does not know the object.
 */
export interface Engine {
    /** The engine of a site; the only engine if there is one. */
    at(site: SiteName | undefined): Engine;
    /** Whether its changes include the signals that it sends. */
    readonly tellsSignals: boolean;
    identify(): Promise<EngineIdentity>;
    /** By id, by the first 12 digits or more of an id, or by name. A shorter prefix may be the name of something that is gone. */
    find(kind: EngineKind, ref: string): Promise<EngineMember | undefined>;
    /**
     * Everything that carries exactly `key=value`. Containers, running or not, lack `graceMs` and the like, and have their
     * creation time in whole seconds. Their `networks` are ids, or names if the engine lists no ids.
     * @param kinds only these. An engine that is no manager then refuses to list what only a manager knows.
     */
    listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]>;
    /** Everything that it holds of the kinds that clients can name, with the same facts as `listLabelled`. */
    list(): Promise<EngineMember[]>;
    /** Tasks that a node has taken, in one list. Tasks that the manager has forgotten are left out. */
    tasks(asked: TasksAsked): Promise<readonly ListedTask[]>;
    /** The nodes of its Swarm, in one list; empty if it is in none. An engine that is no manager refuses. */
    nodes(): Promise<readonly ListedNode[]>;
    /** The containers that this engine has for the tasks of a service, running or not. */
    taskContainers(service: string): Promise<readonly TaskContainer[]>;
    countBridges(): Promise<number>;
    /**
     * The changes from the moment at which listening begins, until the signal fires. It has no deadline.
     * @param onHeard called once the engine reports changes: later changes are not missed
     * @throws EngineError if the engine stops reporting, and the agent may have missed something
     */
    changes(signal: AbortSignal, onHeard: () => void): AsyncIterable<EngineChange>;
    disableRestart(id: string): Promise<void>;
    /** Resolves when the container has stopped: at the latest `graceMs` after the signal, when the engine kills it. */
    stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'>;
    /** Whether the container can hear its stop signal now; `undefined` if it does not run, or if that can't be found out. */
    hearing(id: string): Promise<StopHearing | undefined>;
    kill(id: string): Promise<void>;
    /**
     * Deletes a service; its nodes then stop and remove the containers of its tasks, and nobody waits for that. Removes a container with its anonymous volumes, unless `keepsVolumes`; an image with all its names, but without the
     * images that it was built on. Resolves when it is gone.
     * @param force also removes a container that runs
     */
    remove(kind: KindOnEngine, id: string, force: boolean, options?: RemoveOptions): Promise<void>;
    /** Names of the containers, running or not, that have a volume mounted. */
    volumeUsers(volume: string): Promise<readonly string[]>;
    /**
     * The size of a container's writable layer, in bytes; `undefined` if it is gone. The engine reads all files of the layer
     * for this, and either answers within a few seconds or not at all.
     */
    layerBytes(id: string): Promise<number | undefined>;
    /** What holds a network: containers, or the networks that have their configuration from it. */
    endpoints(networkId: string): Promise<{
        readonly id: string;
        readonly name: string;
    }[]>;
    disconnect(networkId: string, containerId: string): Promise<void>;
    /** All images, and the ids of the images that a container, running or not, was made from. */
    images(): Promise<{
        readonly all: readonly EngineImage[];
        readonly used: ReadonlySet<string>;
    }>;
    /**
     * Resolves when the engine begins to send both outputs of a container, past and future, until the container ends. Reading
     * the answer may throw an EngineError too.
     */
    openLog(id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}
/**
 * `running`: the container has to stop first. `in-use`: something else holds it. `busy`: the host or the engine needs a
 * moment.
 * `unreachable`: no answer, or none in time. `rejected`: no retry would help.
 */
export type EngineFault = 'running' | 'in-use' | 'busy' | 'unreachable' | 'rejected';
/** The engine's own words when it did not do what was asked. */
export declare class EngineError extends Error {
    readonly name = "EngineError";
    readonly fault: EngineFault;
    constructor(fault: EngineFault, message: string, cause?: unknown);
}
/** The engine is a worker of its Swarm, and was asked for what only a manager knows. */
export declare class NoManager extends EngineError {
    /** @param managers addresses of the managers, as the worker knows them */
    constructor(managers: readonly string[]);
}
/** The reference is no known name, and is too short for an id. */
export declare class UnclearRef extends EngineError {
    constructor(kind: string, ref: string, { id, name }: {
        readonly id: string;
        readonly name: string;
    });
}
