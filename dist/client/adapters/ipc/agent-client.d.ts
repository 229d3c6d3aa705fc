import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import type { Report } from '../../domain/report/report.ts';
import type { DrainProgress } from '../../protocol/agent-service.ts';
interface RequestOptions {
    readonly body?: unknown;
    /** The time until the answer begins, in ms; without it, there is no limit. */
    readonly timeoutMs?: number;
}
interface DrainOptions {
    readonly final: boolean;
    readonly budgetMs?: number;
    readonly timeoutMs?: number;
    readonly onProgress: (progress: DrainProgress) => void;
    readonly signal?: AbortSignal;
}
/** A client of an agent. Its errors are TopoGcErrors: the agent's own, or `agent-not-found` where none answers. */
export declare class AgentClient {
    #private;
    constructor(socketPath: string);
    get<T>(path: string, options?: RequestOptions): Promise<T>;
    post<T>(path: string, options?: RequestOptions): Promise<T>;
    delete<T>(path: string, options?: RequestOptions): Promise<T>;
    /**
     * Requests something that lasts as long as the connection, which keeps no process alive.
     * @returns the first line of the answer, read as JSON
     */
    hold<T>(path: string, options?: RequestOptions): Promise<T>;
    /**
     * Listens: the stream has all events from the moment at which this resolves. The signal ends the iteration with its
     * reason.
     */
    events(signal?: AbortSignal): Promise<AsyncIterable<JournalEvent>>;
    /** Drains, and reports the progress. */
    drain({ final, budgetMs, timeoutMs, onProgress, signal }: DrainOptions): Promise<Report>;
    close(): void;
}
export {};
