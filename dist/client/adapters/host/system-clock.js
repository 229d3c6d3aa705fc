"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.msSinceStart = exports.systemClock = void 0;
exports.every = every;
const promises_1 = require("node:timers/promises");
const quantities_ts_1 = require("../../domain/text/quantities.js");
/** Begins at the time of day and then follows the monotonic clock, so a change of the time of day has no effect. */
exports.systemClock = {
    now: () => Math.round(performance.timeOrigin + performance.now()),
    timeOfDay: () => Date.now(),
    sleep: async (ms, signal) => {
        try {
            // Node warns about a time in the past; a time too long for a timer ends after a day.
            await (0, promises_1.setTimeout)((0, quantities_ts_1.boundedMs)(ms), undefined, signal && { signal });
        }
        catch (error) {
            if (!signal?.aborted)
                throw error;
        }
    },
    timeout: (ms) => AbortSignal.timeout(Math.ceil((0, quantities_ts_1.boundedMs)(ms))),
};
/** How long this process has been running, in ms. */
const msSinceStart = () => performance.now();
exports.msSinceStart = msSinceStart;
/** Calls back after each `ms` until the returned object is disposed of; keeps this process alive until then. */
function every(ms, call) {
    const timer = setInterval(call, ms);
    return { [Symbol.dispose]: () => clearInterval(timer) };
}
