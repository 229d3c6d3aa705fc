import type { FactsOf, HostKind } from './kinds/kinds.ts';
import type { JournalEvent } from './ledger/journal-events.ts';
import type { SweptSession } from './report/swept.ts';
import type { LeaseOwner } from './topology/lease.ts';
import type { Submission } from './topology/submission.ts';
import type { MemberFacts, MemberKey } from './topology/topology.ts';
/** What is known of a member on the host. */
export type HostFacts = FactsOf<HostKind>;
/** What the host shows of a member. */
export type HostMember = HostFacts & {
    readonly file: string;
    /** Of a link: the process that it points to. */
    readonly process?: {
        readonly pid: number;
        readonly isAlive: boolean;
    };
};
/** What tests leave on this host beside the engine's: links in `/var/run/netns`, and paths below `path-roots`. */
export interface HostLeftovers {
    /**
     * Looks something up, and through all that it holds, for as long as `lookForMs`; what is not seen by then is seen when
     * it is removed. `undefined` where there is nothing.
     * @throws HostError where it must not be removed, or could not be, for the first such thing
     */
    find(kind: HostKind, ref: string, lookForMs: number): Promise<HostMember | undefined>;
    /**
     * Resolves when it is gone; at once where its name is taken by another file, which is left alone.
     * @throws HostError; the signal's reason where that fired before
     */
    remove(member: HostFacts, signal: AbortSignal): Promise<void>;
    /** Whether that very file is still there. @throws HostError */
    isThere(member: HostFacts): Promise<boolean>;
}
/** A container by its id, and its first process as the engine knows it. */
export interface ContainerProcess {
    readonly id: string;
    readonly pid: number;
}
/** The folder of this host in which `ip netns` looks for network namespaces, and whose processes are on this host. */
export interface NetnsFolder {
    /** Without it, no container has a link. */
    exists(): Promise<boolean>;
    /** Names of its links to the network namespaces of these processes, also of those that are gone. @throws Error */
    linksTo(pids: ReadonlySet<number>): Promise<readonly string[]>;
    /** Whether the process is that container's: the pid of an engine elsewhere is another process here. */
    holds(container: ContainerProcess): Promise<boolean>;
}
/**
 * `refused`: it must not be removed. `held`: it may be, but something keeps all users from it, root too, until somebody ends that.
 * `denied`: this user has not the right. `failed`: the kernel said no otherwise.
 */
export type HostFault = 'refused' | 'held' | 'denied' | 'failed';
/** Why something of the host is not removed, to be read after its name and a colon. */
export declare class HostError extends Error {
    readonly name = "HostError";
    readonly fault: HostFault;
    constructor(fault: HostFault, message: string);
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
    /** The names of the files that are there, the oldest first. @throws Error where that can't be known */
    list(): Promise<readonly string[]>;
    /**
     * `undefined` where the file is gone.
     * @throws TopoGcError where it will never be taken; Error where it can't be read now
     */
    read(file: string): Promise<Submission | undefined>;
    /** Removes a file that is taken. @throws Error */
    taken(file: string): Promise<void>;
    /** Puts a file aside, as `*.rejected`. @throws Error */
    reject(file: string): Promise<void>;
    /** Removes the folder, so that clients find none; `list` still tells what was in it. @throws Error */
    close(): Promise<void>;
    /** Calls back when something has come, until the signal fires; where that is not possible, it does not, and tells no error. */
    watch(signal: AbortSignal, onChange: () => void): void;
}
/** Other agents on this host that work on the same engine. */
export interface Neighbours {
    /** What they hold, each with the session that does. */
    held(): Promise<ReadonlyMap<MemberKey, string>>;
}
/** The sweep that goes on in the background: of what agents on this host have left that died before their drain. */
export interface Sweeping {
    /** What came of each so far. */
    readonly swept: readonly SweptSession[];
    /** Resolves with all when it is over; ends it when the signal fires before. Never rejects. */
    finish(signal: AbortSignal): Promise<readonly SweptSession[]>;
}
/** The processes of this host. */
export interface Processes {
    /** `undefined` where there is none, or it has ended. @throws Error where that can't be known */
    find(pid: number): LeaseOwner | undefined;
    /** The PID namespace in which pids are meant. */
    ownNamespace(): string;
}
/** Where something is mounted on the host of the engine, as far as this process sees it. */
export interface MountTable {
    /** Absolute paths, without links in them. @throws Error where that can't be read */
    list(): Promise<readonly string[]>;
    /** The same place without links in its path; the path as it is where this process can't see that. */
    resolve(path: string): Promise<string>;
}
export interface Clock {
    /** ms since the epoch; never goes back. */
    now(): number;
    /** ms since the epoch, as this host's clock shows it: somebody may set it. */
    timeOfDay(): number;
    /** Resolves after `ms`, or at once when the signal fires. */
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
    /** Fires after `ms`, and keeps no process alive; after a day where that is longer. */
    timeout(ms: number): AbortSignal;
}
export interface Log {
    info(message: string, context?: Readonly<Record<string, unknown>>): void;
    warn(message: string, context?: Readonly<Record<string, unknown>>): void;
    error(message: string, context?: Readonly<Record<string, unknown>>): void;
}
