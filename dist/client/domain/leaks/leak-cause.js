"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.LeakError = exports.LEAK_CAUSES = void 0;
/** Why a member is left, for programs; the words beside it are for people. */
exports.LEAK_CAUSES = [
    /** Something that was not handed over still uses the member. */
    'in-use',
    /** The host or the engine kept the member busy. */
    'busy',
    /** The member was named, but the lookup failed or it could not be taken. */
    'unresolved',
    /** A folder of the host is mounted below the member: removing the member would empty that folder. */
    'mounted',
    /** Something else makes the member anew, or manages it. */
    'owned-elsewhere',
    /** The owner of the member is unknown. */
    'unsure',
    'engine-unreachable',
    'not-stopped',
    /** This user lacks the right. */
    'denied',
    /** A lease still used the member when the drain was over. */
    'still-leased',
    /** The member carries a label that the drain looks for, and came too late. */
    'labelled',
    /** A stray that the drain should have collected: it came too late, or there was no time left. */
    'stray',
    /** An image that no container uses, but that could not be removed. */
    'unused-image',
    'out-of-time',
    'shown-after-removal',
    /** The engine or the host refused, in its own words. */
    'failed',
];
/** An error that knows the cause of the resulting leak. */
class LeakError extends Error {
    name = 'LeakError';
    leakCause;
    constructor(leakCause, message, cause) {
        super(message, { cause });
        this.leakCause = leakCause;
    }
}
exports.LeakError = LeakError;
