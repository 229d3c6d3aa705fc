"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.crossedThresholds = crossedThresholds;
exports.restingThreshold = restingThreshold;
const measures_ts_1 = require("../measures/measures.js");
const grouped_ts_1 = require("../text/grouped.js");
const BY_URGENCY = measures_ts_1.PRESSURES.toSorted((a, b) => a.urgency - b.urgency);
/**
 * The thresholds that readings cross, the most urgent first.
 * With `margin`, the thresholds from which readings have not gone back far enough yet.
 */
function crossedThresholds(limits, readings, margin = false) {
    const all = BY_URGENCY.flatMap((measure) => measure.amounts(readings).map((amount) => ({ measure, amount })));
    // All readings of a file system stay together.
    const places = (0, grouped_ts_1.grouped)(all, ({ measure, amount }) => `${measure.trigger} ${amount.of}`);
    return places.flat().flatMap(({ measure, amount }) => {
        const { trigger, words } = measure;
        const crossing = measure.crossed(limits[trigger], amount, margin);
        return crossing === undefined ? [] : [{ trigger, of: words.subject(amount.of), ...crossing }];
    });
}
/** The limit that lets topologies that have stopped go; `undefined` if no limit does, or if its readings failed. */
function restingThreshold(limits, readings) {
    const [first] = measures_ts_1.RESTS.flatMap((measure) => measure.amounts(readings).flatMap((amount) => {
        const crossing = measure.crossed(limits[measure.trigger], amount, false);
        return crossing === undefined
            ? []
            : [{ trigger: measure.trigger, reason: crossing.reason, relief: measure.relief }];
    }));
    return first;
}
