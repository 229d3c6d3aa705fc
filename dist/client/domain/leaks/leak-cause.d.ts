/** Why a member is left, for programs; the words beside it are for people. */
export declare const LEAK_CAUSES: readonly ["in-use", "busy", "unresolved", "mounted", "owned-elsewhere", "unsure", "engine-unreachable", "not-stopped", "denied", "still-leased", "labelled", "stray", "unused-image", "out-of-time", "shown-after-removal", "failed"];
export type LeakCause = (typeof LEAK_CAUSES)[number];
/** An error that knows the cause of the resulting leak. */
export declare class LeakError extends Error {
    readonly name: string;
    readonly leakCause: LeakCause;
    constructor(leakCause: LeakCause, message: string, cause?: unknown);
}
