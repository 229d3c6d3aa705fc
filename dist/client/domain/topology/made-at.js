"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.madeOnEngine = madeOnEngine;
exports.madeOnHost = madeOnHost;
const moment_ts_1 = require("../moment.js");
const ALWAYS = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };
/**
 * The time at which the engine made a member, by the engine's clock. A moving time only moves forward, so it is the latest
 * possible time.
 */
function madeOnEngine({ createdAt, createdAtMoves }) {
    const made = (0, moment_ts_1.engineMoment)(createdAt) ?? { clock: 'engine', ...ALWAYS };
    return createdAtMoves ? (0, moment_ts_1.notAfter)(made) : made;
}
/** The time at which a link or a path was made, by this host's clock. */
function madeOnHost({ createdAt, createdAtMoves }) {
    const ms = Date.parse(createdAt ?? '');
    const made = Number.isNaN(ms) ? { clock: 'host', ...ALWAYS } : (0, moment_ts_1.hostMoment)(ms);
    return createdAtMoves ? (0, moment_ts_1.notAfter)(made) : made;
}
