import type { Leak } from '../leaks/leak.ts';
import type { MemberCounts } from '../removal/collection.ts';
/** What an agent that died has left on this host, and what came of it while another one ran. */
export interface SweptSession {
    readonly session: string;
    /** Members that this sweep has removed. */
    readonly removed: MemberCounts;
    /** What is still there of it. */
    readonly leaks: readonly Leak[];
    /** Why it is not known whether all of it is gone. */
    readonly unconfirmed?: string;
    /** Why it could not be swept. */
    readonly failed?: string;
}
/** Whether nothing of it is left. */
export declare const isSwept: ({ leaks, unconfirmed, failed }: SweptSession) => boolean;
