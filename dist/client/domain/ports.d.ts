import type { Engine } from './engine.ts';
import type { FactsOf, HostKind } from './kinds/kinds.ts';
import type { JournalEvent } from './ledger/journal-events.ts';
import type { HostMoment } from './moment.ts';
import type { SweptSession } from './report/swept.ts';
import type { Session } from './session.ts';
import type { SwarmNode } from './swarm.ts';
import type { LeaseOwner } from './topology/lease.ts';
import type { Submission } from './topology/submission.ts';
import type { MemberFacts, MemberKey } from './topology/topology.ts';
/** The facts of a member on the host. */
export type HostFacts = FactsOf<HostKind>;
/** The facts that the host shows for a member. */
export type HostMember = HostFacts & {
    readonly file: string;
    /** For a link: the process that it points to. */
    readonly process?: {
        readonly pid: number;
        readonly isAlive: boolean;
    };
};
/** Things that tests leave on this host outside the engine: links in `/var/run/netns`, and paths below `path-roots`. */
export interface HostLeftovers {
    /**
     * Looks something up, with everything inside it, for at most `lookForMs`; the removal looks at the rest. `undefined` if
     * there is nothing.
     * @throws HostError if it must not or could not be removed; the error names the first such thing
     */
    find(kind: HostKind, ref: string, lookForMs: number): Promise<HostMember | undefined>;
    /**
     * Resolves when it is gone. Resolves at once if another file has taken its name, and leaves that file alone.
     * @throws HostError; the signal's reason if the signal fired before
     */
    remove(member: HostFacts, signal: AbortSignal): Promise<void>;
    /** Whether exactly that file is still there. @throws HostError */
    isThere(member: HostFacts): Promise<boolean>;
}
/** A container by its id, and its first process as the engine knows it. */
export interface ContainerProcess {
    readonly id: string;
    readonly pid: number;
}
/** The folder of this host in which `ip netns` looks for network namespaces, and the check whose processes are on this host. */
export interface NetnsFolder {
    /** Without it, no container has a link. */
    exists(): Promise<boolean>;
    /** Names of all that is in it; empty where it is not there. @throws Error */
    list(): Promise<readonly string[]>;
    /** Names of its links to the network namespaces of these processes, running or gone. @throws Error */
    linksTo(pids: ReadonlySet<number>): Promise<readonly string[]>;
    /** Whether the process belongs to that container: a pid from an engine on another host means another process here. */
    holds(container: ContainerProcess): Promise<boolean>;
}
/**
 * `refused`: it must not be removed. `held`: it may be removed, but something blocks all users, even root, until a person
 * ends that. `denied`: this user lacks the right. `failed`: the kernel refused for another reason.
 */
export type HostFault = 'refused' | 'held' | 'denied' | 'failed';
/** Why something on the host is not removed, as words that follow its name and a colon. */
export declare class HostError extends Error {
    readonly name = "HostError";
    readonly fault: HostFault;
    constructor(fault: HostFault, message: string);
}
export interface Journal {
    /** Resolves when the event is written, and with `sync` when it would survive a power cut. */
    append(event: JournalEvent, sync: boolean): Promise<void>;
    /** Its size in bytes. */
    readonly size: number;
    /**
     * Begins anew with that event, in one step, after everything that was appended before. If that fails, the journal stays
     * as it was.
     */
    compact(event: JournalEvent): Promise<void>;
    close(): Promise<void>;
}
/** The place for the logs of containers. */
export interface LogFiles {
    /** Resolves when the whole log is in the file, or the part that came before the signal. */
    write(container: Pick<MemberFacts, 'id' | 'name'>, chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<{
        readonly file: string;
        readonly isWhole: boolean;
    }>;
}
/** The folder in which clients leave submissions if they can't reach the socket. */
export interface Spool {
    /** The names of the files in it, the oldest first. @throws Error if the folder can't be read */
    list(): Promise<readonly string[]>;
    /**
     * `undefined` if the file is gone.
     * @throws TopoGcError if the file can never be taken; Error if it can't be read now
     */
    read(file: string): Promise<Submission | undefined>;
    /** Removes a file after it was taken. @throws Error */
    taken(file: string): Promise<void>;
    /** Puts a file aside, as `*.rejected`. @throws Error */
    reject(file: string): Promise<void>;
    /** Removes the folder, so clients find none; `list` still returns the files that were in it. @throws Error */
    close(): Promise<void>;
    /**
     * Calls back when a file has arrived, until the signal fires. If the host can't watch, it never calls back and gives no
     * error.
     */
    watch(signal: AbortSignal, onChange: () => void): void;
}
/** Other agents on this host that work on the same engine. */
export interface Neighbours {
    /** The members that they hold, each with its session. */
    held(): Promise<ReadonlyMap<MemberKey, string>>;
    /** All their sessions, also those of agents that are dead, on any engine. */
    sessions(): Promise<readonly NeighbourSession[]>;
}
/** The session of another agent on this host. */
export interface NeighbourSession extends Session {
    /** When its agent last showed that it was alive. */
    readonly lastAlive: HostMoment;
}
/** The background sweep of members that agents on this host left when they died before their drain. */
export interface Sweeping {
    /** The result for each session so far. */
    readonly swept: readonly SweptSession[];
    /** Resolves with all results when it is over; the signal ends it early. Never rejects. */
    finish(signal: AbortSignal): Promise<readonly SweptSession[]>;
}
/** The engines of a Swarm's nodes, as far as the agent has a way to them. */
export interface SwarmNodes {
    /**
     * The engine of a node, once it has shown that it is that node's; the first call opens the way to it. `undefined` if no way
     * is named.
     * @throws EngineError if it is not reached, or is another node's
     */
    engineOf(node: SwarmNode): Promise<Engine | undefined>;
}
/** The processes of this host. */
export interface Processes {
    /** `undefined` if the process does not exist or has ended. @throws Error if that can't be found out */
    find(pid: number): LeaseOwner | undefined;
    /** The PID namespace of the pids. */
    ownNamespace(): string;
}
/** The mounts on the host of the engine, as far as this process sees them. */
export interface MountTable {
    /** Absolute paths without symbolic links. @throws Error if they can't be read */
    list(): Promise<readonly string[]>;
    /** The same place without links in its path; the path unchanged if this process can't see it. */
    resolve(path: string): Promise<string>;
}
export interface Clock {
    /** ms since the epoch; never goes back. */
    now(): number;
    /** ms since the epoch by this host's clock, which a person may set. */
    timeOfDay(): number;
    /** Resolves after `ms`, or at once if the signal fires. */
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
    /** Fires after `ms`, at most a day, and keeps no process alive. */
    timeout(ms: number): AbortSignal;
}
export interface Log {
    info(message: string, context?: Readonly<Record<string, unknown>>): void;
    warn(message: string, context?: Readonly<Record<string, unknown>>): void;
    error(message: string, context?: Readonly<Record<string, unknown>>): void;
}
