import type { JournalEvent } from './journal-events.ts';
import type { LeaseOwner } from './lease.ts';
import type { CpuReading, CpuTimes, SpaceReading } from './readings.ts';
import type { Rejection, Spooled } from './spooled.ts';
import type { EngineKind, HostKind, MemberFacts, MemberKey } from './topology.ts';
/** What the engine shows of a member. */
export interface EngineMember extends MemberFacts {
    readonly kind: EngineKind;
    readonly labels: Readonly<Record<string, string>>;
    /** Of a container that runs: its first process, in the PID namespace of the engine. */
    readonly pid?: number;
}
/** An image, which may be what remained of a step of a build. */
export interface EngineImage {
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
    /** How far the engine's clock was ahead of this host's, in ms; its answer's way is in it. */
    readonly aheadMs: number;
}
/** A container or network came (or a container was started), was changed, or is gone. */
export interface EngineChange {
    readonly type: 'came' | 'changed' | 'gone';
    readonly kind: 'container' | 'network';
    /** All of its id. */
    readonly id: string;
}
/**
 * A Docker Engine. Every call has a deadline of its own and throws an EngineError; `undefined` and `'absent'` are for what
 * the engine does not know.
 */
export interface Engine {
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
     * @throws EngineError where it is not told any more, and something may have been missed
     */
    changes(signal: AbortSignal): AsyncIterable<EngineChange>;
    disableRestart(id: string): Promise<void>;
    /** Answers when the container has stopped: at the latest `graceMs` after the signal, and a kill. */
    stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'>;
    kill(id: string): Promise<void>;
    /** With its anonymous volumes. Answers when it is gone. */
    remove(kind: EngineKind, id: string, force: boolean): Promise<void>;
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
    /** With all its names, and without what it was built on. `in-use` where a container or another image needs it. */
    removeImage(id: string): Promise<void>;
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
export interface HostFacts extends MemberFacts {
    readonly kind: HostKind;
}
/** What the host shows of a link or a path. */
export interface HostMember extends HostFacts {
    readonly createdAt: string;
    readonly file: string;
    /** Of a link: the process that it points to. */
    readonly process?: {
        readonly pid: number;
        readonly isAlive: boolean;
    };
}
/** What tests leave on this host beside the engine's: links in `/var/run/netns`, and paths below `path-roots`. */
export interface HostLeftovers {
    /** `undefined` where there is nothing. @throws HostError where it must not be removed, or could not be */
    find(kind: HostKind, ref: string): Promise<HostMember | undefined>;
    /**
     * Resolves when it is gone; at once where its name is taken by another file, which is left alone.
     * @throws HostError; the signal's reason where that fired before
     */
    remove(member: HostFacts, signal: AbortSignal): Promise<void>;
    /** Whether that very file is still there. @throws HostError */
    isThere(member: HostFacts): Promise<boolean>;
}
/** `refused`: it must not be removed. `denied`: this user has not the right. `failed`: the kernel said no otherwise. */
export type HostFault = 'refused' | 'denied' | 'failed';
/** Why something of the host is not removed, to be read after its name and a colon. */
export declare class HostError extends Error {
    readonly name = "HostError";
    readonly fault: HostFault;
    constructor(fault: HostFault, message: string);
}
/** What could be read, and for each of the rest its name and the reason. */
export interface Spaces {
    readonly spaces: readonly SpaceReading[];
    readonly failures: readonly string[];
}
/** The host's own readings. @throws Error where the kernel does not tell */
export interface Probe {
    /** Of the file systems that count, each once. */
    disk(): Promise<Spaces>;
    /** Of this host, and of each control group above this process whose limit is lower. */
    memory(): Promise<Spaces>;
    cpu(): Promise<CpuReading>;
    cpuTimes(): Promise<CpuTimes>;
}
export interface Journal {
    /** Resolves when the event is written, and with `sync` when it would survive a power cut. */
    append(event: JournalEvent, sync: boolean): Promise<void>;
    /** What it holds, in bytes. */
    readonly size: number;
    /** Begins anew with that event, in one step, behind all that was appended before; where that fails, it goes on as it was. */
    compact(event: JournalEvent): Promise<void>;
    close(): Promise<void>;
}
/** Where the logs of containers are kept. */
export interface LogFiles {
    /** Resolves when all is in the file, or as much of it as came before the signal. */
    write(container: Pick<MemberFacts, 'id' | 'name'>, chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<{
        readonly file: string;
        readonly isWhole: boolean;
    }>;
}
/** Where clients leave submissions when the socket can't be reached. */
export interface Spool {
    /** What is there, the oldest first. What is no submission is rejected there and then, and told with the reason. */
    read(): Promise<{
        readonly spooled: readonly Spooled[];
        readonly rejected: readonly Rejection[];
    }>;
    /** Removes a file that is taken. */
    taken(file: string): Promise<void>;
    /** Puts a file aside, as `*.rejected`. */
    reject(file: string): Promise<void>;
    /** Removes the folder, so that clients find none; `read` still tells what was in it. */
    close(): Promise<void>;
    /** Calls back when something has come, until the signal fires. */
    watch(signal: AbortSignal, onChange: () => void): void;
}
/** Other agents on this host that work on the same engine. */
export interface Neighbours {
    /** What they hold, each with the session that does. */
    held(): Promise<ReadonlyMap<MemberKey, string>>;
}
/** The processes of this host. */
export interface Processes {
    /** `undefined` where there is none, or it has ended. */
    find(pid: number): LeaseOwner | undefined;
    /** The PID namespace in which pids are meant. */
    ownNamespace(): string;
}
export interface Clock {
    /** ms since the epoch; never goes back. */
    now(): number;
    /** Resolves after `ms`, or at once when the signal fires. */
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
export interface Log {
    info(message: string, context?: Readonly<Record<string, unknown>>): void;
    warn(message: string, context?: Readonly<Record<string, unknown>>): void;
    error(message: string, context?: Readonly<Record<string, unknown>>): void;
}
