"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.aboutMs = exports.byHost = exports.byEngine = exports.mayAgree = exports.SAME_CLOCK = exports.offsetOf = exports.isNotOlder = exports.isNotYounger = exports.notAfter = exports.hostMoment = void 0;
exports.engineMoment = engineMoment;
const SECOND_MS = 1000;
const NANOSECONDS = 1e6;
/** What engines write where a volume's plugin tells no time: Go's `time.Time{}`. */
const NO_TIME = Date.parse('0001-01-01T00:00:00Z');
/** A time that the engine wrote, ISO 8601: of nanoseconds, or rounded down to whole seconds. `undefined` where it is no time. */
function engineMoment(text) {
    const ms = Date.parse(text ?? '');
    if (Number.isNaN(ms) || ms === NO_TIME)
        return undefined;
    const [, fraction] = /\d\.(\d+)/.exec(text ?? '') ?? [];
    if (fraction === undefined)
        return { clock: 'engine', earliest: ms, latest: ms + SECOND_MS };
    // Date.parse drops what is less than a millisecond.
    const at = ms + Number(fraction.slice(3).padEnd(6, '0').slice(0, 6)) / NANOSECONDS;
    return { clock: 'engine', earliest: at, latest: at };
}
/** What this host's clock shows, in ms since the epoch; unless said otherwise it shows milliseconds, rounded down. */
const hostMoment = (earliest, latest = earliest + 1) => ({
    clock: 'host',
    earliest,
    latest,
});
exports.hostMoment = hostMoment;
/** A moment of which nothing is known but that it was not after `latest`. */
const notAfter = ({ clock, latest }) => ({
    clock,
    earliest: Number.NEGATIVE_INFINITY,
    latest,
});
exports.notAfter = notAfter;
/** True only where the moment is surely not after the other one. */
const isNotYounger = (moment, than) => moment.latest <= than.earliest;
exports.isNotYounger = isNotYounger;
/** True only where the moment is surely not before the other one. */
const isNotOlder = (moment, than) => moment.earliest >= than.latest;
exports.isNotOlder = isNotOlder;
/**
 * What one answer of the engine tells of its clock.
 * @param time what the engine's clock showed in between
 * @param asked what this host's clock showed before, and `answered` behind it, in ms since the epoch
 */
const offsetOf = (time, asked, answered) => ({
    least: time.earliest - (0, exports.hostMoment)(answered).latest,
    most: time.latest - asked,
});
exports.offsetOf = offsetOf;
exports.SAME_CLOCK = { least: 0, most: 0 };
const mayAgree = ({ least, most }) => least <= 0 && most >= 0;
exports.mayAgree = mayAgree;
/** A moment of this host's clock, by the engine's. */
const byEngine = ({ earliest, latest }, { least, most }) => ({
    clock: 'engine',
    earliest: earliest + least,
    latest: latest + most,
});
exports.byEngine = byEngine;
/** A moment of the engine's clock, by this host's. */
const byHost = ({ earliest, latest }, { least, most }) => ({
    clock: 'host',
    earliest: earliest - most,
    latest: latest - least,
});
exports.byHost = byHost;
/** The offset as one number, for what people see: 0 where the clocks may agree. */
const aboutMs = (offset) => (0, exports.mayAgree)(offset) ? 0 : Math.round((offset.least + offset.most) / 2);
exports.aboutMs = aboutMs;
