"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.seconds = exports.boundedMs = exports.TAKES_DURATION = exports.LONGEST_MS = void 0;
exports.parseSize = parseSize;
exports.parseDuration = parseDuration;
exports.parsePercent = parsePercent;
exports.parseCount = parseCount;
const SIZE_UNITS = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
const DURATION_UNITS = { ms: 1, s: 1e3, m: 60e3, h: 3600e3 };
/**
 * The longest duration, whoever gives it: no wait is longer than a day, and a JavaScript timer of 2^31 ms or more fires at
 * once.
 */
exports.LONGEST_MS = 24 * 3600e3;
/** The form of a duration, in words. */
exports.TAKES_DURATION = 'a duration such as "2s", at most "24h"';
const QUANTITY = /^(\d{1,15}(?:\.\d{1,9})?) ?([a-zA-Z]+)$/;
function quantity(text, units) {
    const [, digits, unit] = QUANTITY.exec(text.trim()) ?? [];
    const factor = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
    return factor === undefined ? undefined : Number(digits) * factor;
}
/** `512MiB`, `10GB`, `1.5GiB` in bytes; KB, MB, GB, TB are powers of 1000. `undefined` for anything else. */
function parseSize(text) {
    const bytes = quantity(text, SIZE_UNITS);
    return bytes === undefined ? undefined : Math.round(bytes);
}
/** `500ms`, `10s`, `2m`, `1h` in ms, at most a day. `undefined` for anything else. */
function parseDuration(text) {
    const ms = quantity(text, DURATION_UNITS);
    return ms === undefined || ms > exports.LONGEST_MS ? undefined : Math.round(ms);
}
/** A duration from outside, in ms, limited to 0 to one day. */
const boundedMs = (ms) => (ms > 0 ? Math.min(ms, exports.LONGEST_MS) : 0);
exports.boundedMs = boundedMs;
/** `85%`, from 0 (excluded) to 100. `undefined` for anything else. */
function parsePercent(text) {
    const [, digits] = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(text.trim()) ?? [];
    const percent = Number(digits);
    return digits === undefined || percent <= 0 || percent > 100 ? undefined : percent;
}
/** A whole number from 1 to 1,000,000. `undefined` for anything else. */
function parseCount(text) {
    const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
    return count >= 1 && count <= 1e6 ? count : undefined;
}
/** `9.5s`, `34s`. */
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)}s`;
exports.seconds = seconds;
