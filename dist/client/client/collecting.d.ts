import type { CollectionRecord } from '../domain/removal/collection.ts';
import type { Report } from '../domain/report/report.ts';
import type { DrainProgress } from '../protocol/agent-service.ts';
import { type AgentAddress } from './agent-address.ts';
export interface CollectOptions extends AgentAddress {
    /** Ids of topologies; everything pending by default. */
    readonly topologies?: readonly string[] | undefined;
}
/** A collection that has begun. */
export interface CollectionUnderWay {
    readonly trigger: 'request';
    /** Ids of the topologies that it collects. */
    readonly topologies: readonly string[];
}
/**
 * Collects pending topologies: waits until they have stopped, and removes them. Resolves when the collection has begun;
 * with `wait`, when it is over.
 * @throws TopoGcError the agent's own errors, `agent-not-found`
 */
export declare function collect(options?: CollectOptions & {
    readonly wait?: false | undefined;
}): Promise<CollectionUnderWay>;
export declare function collect(options: CollectOptions & {
    readonly wait: true;
}): Promise<CollectionRecord>;
export interface DrainOptions extends AgentAddress {
    /** Called after each topology that is done. */
    readonly onProgress?: ((progress: DrainProgress) => void) | undefined;
    /** Ends the wait, not the drain. */
    readonly signal?: AbortSignal | undefined;
}
/**
 * Collects everything pending and asks the engine whether anything is left; the agent goes on. `leaks` of the report lists
 * the members that could not be removed.
 * @throws TopoGcError the agent's own errors, `agent-not-found`
 */
export declare function drain(options?: DrainOptions): Promise<Report>;
