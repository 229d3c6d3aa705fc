"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.countCrossed = countCrossed;
const counted_ts_1 = require("../text/counted.js");
/** The reading is back at this share of its limit. */
const BACK = 0.8;
/**
 * Compares a count with its limit.
 * @param one the word for one counted thing
 * @param where the words after the count: `pending`, `on the engine`
 */
function countCrossed(one, where, limit, { value }, margin) {
    if (limit.kind === 'off')
        return undefined;
    if (margin ? value <= limit.count * BACK : value < limit.count)
        return undefined;
    return {
        reading: value,
        step: 1,
        reason: `${(0, counted_ts_1.counted)(value, one)} ${where}, threshold ${limit.count}`,
        back: `at most ${Math.floor(limit.count * BACK)} are left`,
    };
}
