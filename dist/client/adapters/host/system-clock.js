"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.msSinceStart = exports.systemClock = void 0;
exports.every = every;
const promises_1 = require("node:timers/promises");
const quantities_ts_1 = require("../../domain/text/quantities.js");
/** Begins at the time of day and then goes on by the monotonic clock, so that setting the time of day changes nothing. */
exports.systemClock = {
    now: () => Math.round(performance.timeOrigin + performance.now()),
    timeOfDay: () => Date.now(),
    sleep: async (ms, signal) => {
        try {
            // Node warns of a time that is over already; what is longer than a timer holds ends after a day.
            await (0, promises_1.setTimeout)((0, quantities_ts_1.boundedMs)(ms), undefined, signal && { signal });
        }
        catch (error) {
            if (!signal?.aborted)
                throw error;
        }
    },
    timeout: (ms) => AbortSignal.timeout(Math.ceil((0, quantities_ts_1.boundedMs)(ms))),
};
/** How long this process runs, in ms. */
const msSinceStart = () => performance.now();
exports.msSinceStart = msSinceStart;
/** Calls back after each `ms` until what is returned is disposed of; keeps this process alive until then. */
function every(ms, call) {
    const timer = setInterval(call, ms);
    return { [Symbol.dispose]: () => clearInterval(timer) };
}
