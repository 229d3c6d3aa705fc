"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.aboutMs = exports.byHost = exports.byEngine = exports.mayAgree = exports.SAME_CLOCK = exports.offsetOf = exports.isNotOlder = exports.isNotYounger = exports.notAfter = exports.hostMoment = void 0;
exports.engineMoment = engineMoment;
const SECOND_MS = 1000;
const NANOSECONDS = 1e6;
/** The time that engines write if a volume's plugin gives none: Go's `time.Time{}`. */
const NO_TIME = Date.parse('0001-01-01T00:00:00Z');
/** A time that the engine wrote, ISO 8601: in nanoseconds, or rounded down to whole seconds. `undefined` if it is no time. */
function engineMoment(text) {
    const ms = Date.parse(text ?? '');
    if (Number.isNaN(ms) || ms === NO_TIME)
        return undefined;
    const [, fraction] = /\d\.(\d+)/.exec(text ?? '') ?? [];
    if (fraction === undefined)
        return { clock: 'engine', earliest: ms, latest: ms + SECOND_MS };
    // Date.parse drops fractions of a millisecond.
    const at = ms + Number(fraction.slice(3).padEnd(6, '0').slice(0, 6)) / NANOSECONDS;
    return { clock: 'engine', earliest: at, latest: at };
}
/** A reading of this host's clock, in ms since the epoch; by default in milliseconds, rounded down. */
const hostMoment = (earliest, latest = earliest + 1) => ({
    clock: 'host',
    earliest,
    latest,
});
exports.hostMoment = hostMoment;
/** A moment of which only the latest possible time is known. */
const notAfter = ({ clock, latest }) => ({
    clock,
    earliest: Number.NEGATIVE_INFINITY,
    latest,
});
exports.notAfter = notAfter;
/** True only if the moment is certainly not after the other one. */
const isNotYounger = (moment, than) => moment.latest <= than.earliest;
exports.isNotYounger = isNotYounger;
/** True only if the moment is certainly not before the other one. */
const isNotOlder = (moment, than) => moment.earliest >= than.latest;
exports.isNotOlder = isNotOlder;
/**
 * The offset of the engine's clock that follows from one answer of the engine.
 * @param time the time of the engine's clock between the two
 * @param asked the time of this host's clock before the request, and `answered` after it, in ms since the epoch
 */
const offsetOf = (time, asked, answered) => ({
    least: time.earliest - (0, exports.hostMoment)(answered).latest,
    most: time.latest - asked,
});
exports.offsetOf = offsetOf;
exports.SAME_CLOCK = { least: 0, most: 0 };
const mayAgree = ({ least, most }) => least <= 0 && most >= 0;
exports.mayAgree = mayAgree;
/** Translates a moment of this host's clock to the engine's. */
const byEngine = ({ earliest, latest }, { least, most }) => ({
    clock: 'engine',
    earliest: earliest + least,
    latest: latest + most,
});
exports.byEngine = byEngine;
/** Translates a moment of the engine's clock to this host's. */
const byHost = ({ earliest, latest }, { least, most }) => ({
    clock: 'host',
    earliest: earliest - most,
    latest: latest - least,
});
exports.byHost = byHost;
/** The offset as one number, for people: 0 if the clocks may agree. */
const aboutMs = (offset) => (0, exports.mayAgree)(offset) ? 0 : Math.round((offset.least + offset.most) / 2);
exports.aboutMs = aboutMs;
