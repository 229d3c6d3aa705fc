import type { Member } from '../topology/topology.ts';
/** A container that could not hear its stop signal, and was killed before its grace was over. */
export interface DeafStop {
    /** As the container names it: `SIGTERM`. */
    readonly signal: string;
    /** The time from its stop signal until it had stopped, and the grace that was left then, in ms. */
    readonly afterMs: number;
    readonly savedMs: number;
}
/** `undefined` if it heard the signal, if that is unknown, or if it has not stopped yet. */
export declare function deafStop({ deafTo, stoppingAt, stoppedAt, graceMs, }: Pick<Member, 'deafTo' | 'stoppingAt' | 'stoppedAt'> & {
    readonly graceMs?: number;
}): DeafStop | undefined;
