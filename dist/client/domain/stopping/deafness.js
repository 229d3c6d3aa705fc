"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.hearingOf = hearingOf;
const BITS_A_DIGIT = 4;
/** `undefined` if the mask is too short: `ps` cuts masks that are too wide, and marks them (`<08010002`). */
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
/** While a process waits in this function, the kernel shows a mask without the signals that the process waits for. */
const takesSignals = ({ waitsIn }) => waitsIn.includes('sigtimedwait');
const isAnyTrue = (...answers) => answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
/** Whether the process reacts to a signal that is not dropped: the process catches it, blocks it or waits for it. */
function awaits(look, signal) {
    const isMasked = isAnyTrue(has(look.caught, signal), has(look.blocked, signal));
    return isMasked === false ? (isTold(look) ? takesSignals(look) : undefined) : isMasked;
}
/**
 * The kernel drops signals that the first process of a PID namespace does not await, ignored or not (signal(7),
 * pid_namespaces(7)).
 */
function hearsAsFirst(look, signal) {
    const isAwaited = awaits(look, signal);
    return isAwaited === undefined ? 'unknown' : isAwaited ? 'hears' : 'deaf';
}
/** Any other process ends on a signal that it does not await, unless it ignores the signal. */
function hearsBehindInit(look, signal) {
    const isIgnored = has(look.ignored, signal);
    if (isIgnored === undefined)
        return 'unknown';
    return isIgnored ? hearsAsFirst(look, signal) : 'hears';
}
/**
 * Whether the signal reaches any process in a container. Init forwards it to one child, and also adopts orphans, so the
 * container is deaf only if all children of init are.
 */
function hearingOf({ first, behindInit }, signal) {
    if (behindInit === undefined)
        return hearsAsFirst(first, signal);
    if (behindInit.length === 0)
        return 'unknown';
    const all = behindInit.map((look) => hearsBehindInit(look, signal));
    return all.includes('hears') ? 'hears' : all.includes('unknown') ? 'unknown' : 'deaf';
}
