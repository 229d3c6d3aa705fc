"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.emptySeries = exports.MOST_LOOKS = void 0;
exports.addReadings = addReadings;
const measures_ts_1 = require("../measures/measures.js");
exports.MOST_LOOKS = 600;
/** A poll is never exactly on time: a look that is early by less than a quarter counts. */
const EARLY = 0.75;
/** @param pollIntervalMs the time between polls; readings are also taken at submissions, and around collections */
const emptySeries = (pollIntervalMs) => ({
    apartMs: EARLY * pollIntervalMs,
    at: [],
    measures: new Map(),
    unavailable: [],
});
exports.emptySeries = emptySeries;
const keyOf = ({ input, of, unit }) => `${input} ${of} ${unit}`;
const isTighter = ({ total, value }, than) => total === undefined ? value > than : value < than;
/** Adds readings, which must not be older than the readings before. */
function addReadings(series, readings) {
    const { at, measures } = series;
    const isKept = readings.at - (at.at(-1) ?? Number.NEGATIVE_INFINITY) >= series.apartMs;
    if (isKept) {
        for (const { values } of measures.values())
            values.push(undefined);
        at.push(readings.at);
    }
    for (const reading of (0, measures_ts_1.readingsShown)(readings)) {
        const { value } = reading;
        const known = measures.get(keyOf(reading)) ?? newMeasure(reading, readings.at, at.length);
        measures.set(keyOf(reading), known);
        known.last = reading;
        if (isTighter(reading, known.tightest.value))
            known.tightest = { at: readings.at, value };
        if (isKept)
            known.values[at.length - 1] = value;
    }
    series.unavailable = readings.unavailable;
    if (at.length > exports.MOST_LOOKS)
        thinOut(series);
}
const newMeasure = (reading, at, looks) => ({
    last: reading,
    values: Array.from({ length: looks }, () => undefined),
    tightest: { at, value: reading.value },
});
/** Keeps every second look, and from then on half as many looks. */
function thinOut(series) {
    const { at, measures } = series;
    for (const list of [at, ...[...measures.values()].map(({ values }) => values)]) {
        const kept = list.filter((_, index) => index % 2 === 0);
        list.splice(0, list.length, ...kept);
    }
    series.apartMs *= 2;
}
