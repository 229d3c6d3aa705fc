"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.subtractCounts = exports.addCounts = exports.NO_MEMBERS = exports.COUNT_NAMES = exports.isOfThreshold = void 0;
exports.countMembers = countMembers;
exports.countTriggers = countTriggers;
const kinds_ts_1 = require("../kinds/kinds.js");
const measures_ts_1 = require("../measures/measures.js");
const OF_THRESHOLDS = new Set(['ahead', ...measures_ts_1.PRESSURES.map(({ trigger }) => trigger)]);
/** Whether a threshold began it, either crossed or forecast. */
const isOfThreshold = (trigger) => OF_THRESHOLDS.has(trigger);
exports.isOfThreshold = isOfThreshold;
const countName = (kind) => kinds_ts_1.KINDS[kind].count;
/** In the order in which output lists them. */
exports.COUNT_NAMES = kinds_ts_1.MEMBER_KINDS.map(countName);
exports.NO_MEMBERS = Object.fromEntries(kinds_ts_1.MEMBER_KINDS.filter((kind) => kinds_ts_1.KINDS[kind].isAlwaysCounted).map((kind) => [countName(kind), 0]));
/** Builds counts from a number for each name; leaves out names that may be absent if their number is 0. */
function toCounts(count) {
    const counts = exports.COUNT_NAMES.map((name) => [name, count(name)]);
    return { ...exports.NO_MEMBERS, ...Object.fromEntries(counts.filter(([, number]) => number > 0)) };
}
const addCounts = (a, b) => toCounts((name) => (a[name] ?? 0) + (b[name] ?? 0));
exports.addCounts = addCounts;
/** Subtracts `b` from `a`; `b` must be a part of `a`. */
const subtractCounts = (a, b) => toCounts((name) => (a[name] ?? 0) - (b[name] ?? 0));
exports.subtractCounts = subtractCounts;
/** The number of members of each kind. */
function countMembers(members) {
    const numbers = new Map();
    for (const { kind } of members)
        numbers.set(countName(kind), (numbers.get(countName(kind)) ?? 0) + 1);
    return toCounts((name) => numbers.get(name) ?? 0);
}
/** The number of collections that each trigger began, in the order of each trigger's first collection. */
function countTriggers(collections) {
    const times = new Map();
    for (const { trigger } of collections)
        times.set(trigger, (times.get(trigger) ?? 0) + 1);
    return times;
}
