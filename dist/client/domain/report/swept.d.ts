import type { Leak } from '../leaks/leak.ts';
import type { MemberCounts } from '../removal/collection.ts';
import type { Strays } from '../strays/stray.ts';
/** The members that a dead agent left on this host, and what another agent's sweep did with them. */
export interface SweptSession {
    readonly session: string;
    /** Members that this sweep removed. */
    readonly removed: MemberCounts;
    /** The members that are still there. */
    readonly leaks: readonly Leak[];
    /** Why it is unknown whether all of them are gone. */
    readonly unconfirmed?: string;
    /** What was made during the session and handed over by nobody; absent if there is none. */
    readonly strays?: Strays;
    /** Why the session could not be swept. */
    readonly failed?: string;
}
/** Whether nothing of the session is left. */
export declare const isSwept: ({ leaks, unconfirmed, failed }: SweptSession) => boolean;
