"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.measureOf = exports.reportReadings = exports.NO_READINGS = void 0;
exports.closeness = closeness;
const limits_ts_1 = require("../limits/limits.js");
const measures_ts_1 = require("../measures/measures.js");
exports.NO_READINGS = { at: [], measures: [], unavailable: [] };
/** Tenths of a percent are precise enough. */
const round = (unit, value) => unit === 'percent' ? Math.round(value * 10) / 10 : value;
function reportMeasure({ last, values, tightest }, limits) {
    const { value: _, perByte: __, ...measure } = last;
    const threshold = (0, limits_ts_1.limitOn)(limits[(0, measures_ts_1.measureFor)(last).trigger], last);
    return {
        ...measure,
        values: values.map((value) => (value === undefined ? null : round(last.unit, value))),
        tightest: { at: tightest.at, value: round(last.unit, tightest.value) },
        ...(threshold !== undefined && { threshold: Math.round(threshold) }),
    };
}
const reportReadings = ({ at, measures, unavailable }, limits) => ({
    at: [...at],
    measures: [...measures.values()].map((series) => reportMeasure(series, limits)),
    unavailable,
});
exports.reportReadings = reportReadings;
/** How close a measure came to its threshold: 1 if it reached the threshold. `undefined` if it has none, or is no pressure. */
function closeness(measure) {
    const { total, tightest, threshold } = measure;
    if (threshold === undefined || (0, measures_ts_1.measureFor)(measure).fires === 'below')
        return undefined;
    const { value } = tightest;
    const [part, whole] = total === undefined ? [value, threshold] : [threshold, value];
    return whole === 0 ? 1 : part / whole;
}
/** The first measure of that input. */
const measureOf = ({ measures }, input) => measures.find((measure) => measure.input === input);
exports.measureOf = measureOf;
