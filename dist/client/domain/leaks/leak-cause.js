"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.LeakError = exports.LEAK_CAUSES = void 0;
/** Why a member is left, as programs read it; the words beside it are for people. */
exports.LEAK_CAUSES = [
    /** Something that was not handed over still uses it. */
    'in-use',
    /** The host or the engine kept it busy. */
    'busy',
    /** It was named, and could not be looked up or taken. */
    'unresolved',
    /** A folder of the host is mounted below it: its removal would empty that folder. */
    'mounted',
    /** Something else makes it anew, or is in charge of it. */
    'owned-elsewhere',
    /** Nobody can say whose it is. */
    'unsure',
    'engine-unreachable',
    'not-stopped',
    /** This user has not the right. */
    'denied',
    /** It was still in use by a lease when the drain was over. */
    'still-leased',
    /** It carries a label that the drain looks for, and came too late. */
    'labelled',
    /** An image that no container uses, and that could not be removed. */
    'unused-image',
    'out-of-time',
    'shown-after-removal',
    /** The engine or the host said no, in words of its own. */
    'failed',
];
/** An error that knows the cause of the leak that it leads to. */
class LeakError extends Error {
    name = 'LeakError';
    leakCause;
    constructor(leakCause, message, cause) {
        super(message, { cause });
        this.leakCause = leakCause;
    }
}
exports.LeakError = LeakError;
