"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.durationInput = exports.percentInput = exports.countInput = exports.spaceInput = exports.atLeast = void 0;
const quantities_ts_1 = require("../text/quantities.js");
const OFF = { kind: 'off' };
const VALUES = ['off'];
const isOff = (text) => text.trim() === 'off';
function parseSpaceLimit(text) {
    if (isOff(text))
        return OFF;
    const [, amount, word] = /^(.+?)\s*(used|free)?$/.exec(text.trim()) ?? [];
    if (amount === undefined)
        return undefined;
    const percent = word === 'free' ? undefined : (0, quantities_ts_1.parsePercent)(amount);
    if (percent !== undefined)
        return { kind: 'used', percent };
    const bytes = word === 'free' ? (0, quantities_ts_1.parseSize)(amount) : undefined;
    return bytes === undefined ? undefined : { kind: 'free', bytes };
}
function parsePercentLimit(text) {
    if (isOff(text))
        return OFF;
    const percent = (0, quantities_ts_1.parsePercent)(text);
    return percent === undefined ? undefined : { kind: 'percent', percent };
}
function parseCountLimit(text) {
    if (isOff(text))
        return OFF;
    const count = (0, quantities_ts_1.parseCount)(text);
    return count === undefined ? undefined : { kind: 'count', count };
}
/** Durations of at least this length, in ms. */
const atLeast = (least) => (text) => {
    const ms = (0, quantities_ts_1.parseDuration)(text);
    return ms !== undefined && ms >= least ? ms : undefined;
};
exports.atLeast = atLeast;
function parseDurationLimit(text) {
    if (isOff(text))
        return OFF;
    const ms = (0, exports.atLeast)(1000)(text);
    return ms === undefined ? undefined : { kind: 'duration', ms };
}
/** How full a file system or memory may be. */
const spaceInput = (fallback) => ({
    fallback,
    takes: '"N%" used, "SIZE free" or "off"',
    values: VALUES,
    parse: parseSpaceLimit,
});
exports.spaceInput = spaceInput;
const countInput = (fallback) => ({
    fallback,
    takes: 'a count or "off"',
    values: VALUES,
    parse: parseCountLimit,
});
exports.countInput = countInput;
exports.percentInput = {
    fallback: 'off',
    takes: '"N%" or "off"',
    values: VALUES,
    parse: parsePercentLimit,
};
exports.durationInput = {
    fallback: 'off',
    takes: 'a duration from "1s" to "24h", or "off"',
    values: VALUES,
    parse: parseDurationLimit,
};
