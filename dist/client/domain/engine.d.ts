import type { Reach } from './kinds/container-needs.ts';
import type { EngineKind, FactsOf, HostKind, MemberKind } from './kinds/kinds.ts';
import type { VolumePlace } from './kinds/mount-below.ts';
import type { ClockOffset, EngineMoment } from './moment.ts';
import type { Hearing } from './stopping/deafness.ts';
/** What the engine holds, also what no client can name. */
export type KindOnEngine = Exclude<MemberKind, HostKind>;
/** The name of an engine, where a session has several. */
export type SiteName = string;
/** What the engine shows of a member, beside its facts. */
export interface Shown {
    readonly labels: Readonly<Record<string, string>>;
    /** Of a container that runs: its first process, in the PID namespace of the engine. */
    readonly pid?: number;
    /** Of a container that runs: where others reach it. */
    readonly reach?: Reach;
    /** Of a volume: where the engine has its files. */
    readonly place?: VolumePlace;
    /** Of a volume that was heard of as it was made: when. Its `createdAt` tells whole seconds, or moves. */
    readonly bornAt?: EngineMoment;
}
/** What the engine shows of a member of that kind. */
export type EngineMemberOf<K extends EngineKind> = {
    [Each in K]: FactsOf<Each> & Shown;
}[K];
export type EngineMember = EngineMemberOf<EngineKind>;
/** An image, which may be what remained of a step of a build. */
export interface EngineImage {
    readonly site?: SiteName;
    readonly id: string;
    /** Its first tag, else the beginning of its id. */
    readonly name: string;
    /** The one that it was built on, where the engine knows. */
    readonly parent?: string;
}
/** Paths of PEM files by which an engine and its client show each other who they are. */
export interface TlsFiles {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    /** Whether the engine has to be who `ca` says. */
    readonly verify: boolean;
}
/** Where an engine is. */
export interface EngineEndpoint {
    /** `unix:///PATH`, `tcp://HOST:PORT` or `ssh://USER@HOST`. */
    readonly host: string;
    /** Absent where it is spoken to without TLS. */
    readonly tls?: TlsFiles;
}
export interface EngineIdentity extends EngineEndpoint {
    /** `/info` `ID`; for Podman, which has none that lasts, `podman:HOST:STORAGE`. */
    readonly id: string;
    readonly version: string;
    readonly apiVersion: string;
    readonly dataRoot: string;
    /** ISO 8601: the engine's clock when it answered. */
    readonly time: string;
    /** How far the engine's clock is ahead of this host's. */
    readonly ahead: ClockOffset;
}
/** What one look at a container's first process tells of its stop signal. */
export interface StopHearing {
    readonly hearing: Hearing;
    /** Of that process, as the engine's host counts. */
    readonly pid: number;
    /** As the container names it: `SIGTERM`. */
    readonly signal: string;
}
/** A network or a volume came or a container was started, one of them was changed or sent a signal, or is gone. */
export interface EngineChange {
    readonly site?: SiteName;
    readonly type: 'came' | 'changed' | 'signalled' | 'gone';
    readonly kind: EngineKind;
    /** All of its id; the name of a volume. */
    readonly id: string;
    /** When that was. */
    readonly at?: EngineMoment;
}
export interface RemoveOptions {
    /** Of a container: leaves its anonymous volumes. */
    readonly keepsVolumes?: boolean;
}
/**
 * A Docker Engine. Every call has a deadline of its own and throws an EngineError; `undefined` and `'absent'` are for what
 * the engine does not know.
 */
export interface Engine {
    /** The engine of a site; where there is only one, that one. */
    at(site: SiteName | undefined): Engine;
    /** Whether the signals that it sends are among its changes. */
    readonly tellsSignals: boolean;
    identify(): Promise<EngineIdentity>;
    /** By id, the first 12 digits or more of one (fewer may be the name of something that is gone), or name. */
    find(kind: EngineKind, ref: string): Promise<EngineMember | undefined>;
    /**
     * Everything that carries exactly `key=value`. Containers, running or not, lack `networks`, `graceMs` and the like, and
     * tell only the second in which they were created.
     */
    listLabelled(label: string): Promise<EngineMember[]>;
    /** Ids of all containers and networks, and names of all volumes. */
    listIds(): Promise<Readonly<Record<EngineKind, ReadonlySet<string>>>>;
    countBridges(): Promise<number>;
    /**
     * What changes from when it is listened to, until the signal fires. It has no deadline.
     * @param onHeard called once the engine tells: what happens from then on is not missed
     * @throws EngineError where it is not told any more, and something may have been missed
     */
    changes(signal: AbortSignal, onHeard: () => void): AsyncIterable<EngineChange>;
    disableRestart(id: string): Promise<void>;
    /** Answers when the container has stopped: at the latest `graceMs` after the signal, and a kill. */
    stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'>;
    /** Whether the container can hear its stop signal, now; `undefined` where it does not run, or nothing can be told of it. */
    hearing(id: string): Promise<StopHearing | undefined>;
    kill(id: string): Promise<void>;
    /**
     * A container with its anonymous volumes, unless `keepsVolumes`; an image with all its names, and without what it was built on.
     * Answers when it is gone.
     * @param force of a container: also one that runs
     */
    remove(kind: KindOnEngine, id: string, force: boolean, options?: RemoveOptions): Promise<void>;
    /** Names of the containers, running or not, that have a volume mounted. */
    volumeUsers(volume: string): Promise<readonly string[]>;
    /**
     * What a container's writable layer holds, in bytes; `undefined` where it is gone. The engine reads all of its files for that,
     * within a few seconds or not at all.
     */
    layerBytes(id: string): Promise<number | undefined>;
    /** The containers that hold a network. */
    endpoints(networkId: string): Promise<{
        readonly id: string;
        readonly name: string;
    }[]>;
    disconnect(networkId: string, containerId: string): Promise<void>;
    /** All images, and the ids of those that a container, running or not, was made from. */
    images(): Promise<{
        readonly all: readonly EngineImage[];
        readonly used: ReadonlySet<string>;
    }>;
    /**
     * Resolves when the engine has begun to tell what a container has written to both its outputs, and still writes until it
     * ends. What comes may throw an EngineError too.
     */
    openLog(id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}
/**
 * `running`: the container has to stop first. `in-use`: another holds it. `busy`: the host or the engine needs a moment.
 * `unreachable`: no answer, or none in time. `rejected`: no retry would help.
 */
export type EngineFault = 'running' | 'in-use' | 'busy' | 'unreachable' | 'rejected';
/** What the engine said when it did not do what it was asked, in its own words. */
export declare class EngineError extends Error {
    readonly name = "EngineError";
    readonly fault: EngineFault;
    constructor(fault: EngineFault, message: string, cause?: unknown);
}
/** What was named is no name, and too short an id. */
export declare class UnclearRef extends EngineError {
    constructor(kind: string, ref: string, { id, name }: {
        readonly id: string;
        readonly name: string;
    });
}
