"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.deafStop = deafStop;
/** `undefined` if it heard the signal, if that is unknown, or if it has not stopped yet. */
function deafStop({ deafTo, stoppingAt, stoppedAt, graceMs = 0, }) {
    if (deafTo === undefined || stoppingAt === undefined || stoppedAt === undefined)
        return undefined;
    const afterMs = stoppedAt - stoppingAt;
    return { signal: deafTo, afterMs, savedMs: Math.max(0, graceMs - afterMs) };
}
