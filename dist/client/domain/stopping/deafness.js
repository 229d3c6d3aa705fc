"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.hearingOf = hearingOf;
const BITS_A_DIGIT = 4;
/** `undefined` where the mask does not reach that far: `ps` cuts one that is too wide, and marks it so (`<08010002`). */
function has(mask, signal) {
    const isCut = mask.startsWith('<');
    const digits = isCut ? mask.slice(1) : mask;
    if (!/^[0-9a-f]+$/i.test(digits))
        return undefined;
    if (isCut && signal > digits.length * BITS_A_DIGIT)
        return undefined;
    return ((BigInt(`0x${digits}`) >> BigInt(signal - 1)) & 1n) === 1n;
}
const isTold = ({ waitsIn }) => !['', '-', '0', '?'].includes(waitsIn);
/** While a process waits so, the kernel shows a mask without the signals that it waits for. */
const takesSignals = ({ waitsIn }) => waitsIn.includes('sigtimedwait');
const isAnyTrue = (...answers) => answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
/** Whether a signal is one that the process does something about, were it not dropped: catches it, blocks it or waits for it. */
function awaits(look, signal) {
    const isMasked = isAnyTrue(has(look.caught, signal), has(look.blocked, signal));
    return isMasked === false ? (isTold(look) ? takesSignals(look) : undefined) : isMasked;
}
/** The kernel drops what the first process of a PID namespace does not await, ignored or not (signal(7), pid_namespaces(7)). */
function hearsAsFirst(look, signal) {
    const isAwaited = awaits(look, signal);
    return isAwaited === undefined ? 'unknown' : isAwaited ? 'hears' : 'deaf';
}
/** Any other process ends by a signal that it does not await, unless it ignores that. */
function hearsBehindInit(look, signal) {
    const isIgnored = has(look.ignored, signal);
    if (isIgnored === undefined)
        return 'unknown';
    return isIgnored ? hearsAsFirst(look, signal) : 'hears';
}
/**
 * Whether the signal reaches anybody in a container. Init passes it on to one child, and takes in orphans beside: it is deaf
 * only where all its children are.
 */
function hearingOf({ first, behindInit }, signal) {
    if (behindInit === undefined)
        return hearsAsFirst(first, signal);
    if (behindInit.length === 0)
        return 'unknown';
    const all = behindInit.map((look) => hearsBehindInit(look, signal));
    return all.includes('hears') ? 'hears' : all.includes('unknown') ? 'unknown' : 'deaf';
}
