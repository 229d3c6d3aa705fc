"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whyIdle = exports.crossedThresholds = exports.whenFree = exports.usedOf = exports.BACK = void 0;
const counted_ts_1 = require("../text/counted.js");
const readings_ts_1 = require("./readings.js");
/** How far back a reading has to go before `reclaim: enough` ends: points of use, what is free, counts and the CPU. */
exports.BACK = { points: 5, free: 1.1, count: 0.8 };
/** In points: the pressure of a CPU that is under it is never twice the same. */
const CPU_STEP = 5;
const size = (bytes) => bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(0)} MiB` : `${(bytes / 2 ** 30).toFixed(2)} GiB`;
/** Of a size free, inodes stand for the share that it is of the bytes: each byte has its part of an inode. */
function spaceCrossed(trigger, limit, spaces, margin) {
    if (limit.kind === 'off')
        return [];
    const most = limit.kind === 'used' ? limit.percent - (margin ? exports.BACK.points : 0) : 0;
    const leastBytes = limit.kind === 'free' ? limit.bytes * (margin ? exports.BACK.free : 1) : 0;
    return spaces
        .flatMap(readings_ts_1.suppliesOf)
        .filter((supply) => limit.kind === 'used' ? (0, readings_ts_1.usedPercent)(supply) >= most : supply.free <= leastBytes * supply.perByte)
        .map((supply) => ({
        trigger,
        ...(0, exports.usedOf)(supply),
        reason: limit.kind === 'used'
            ? `${(0, readings_ts_1.usedPercent)(supply).toFixed(0)} % of ${supply.of} used, threshold ${limit.percent} %`
            : freeReason(supply, limit.bytes),
        back: limit.kind === 'used'
            ? `less than ${limit.percent - exports.BACK.points} % are used`
            : (0, exports.whenFree)(supply, limit.bytes * exports.BACK.free * supply.perByte),
    }));
}
/** How much of it is used, for a crossed threshold. */
const usedOf = ({ of, total, free }) => ({
    of,
    reading: total - free,
    step: Math.max(1, total / 100),
});
exports.usedOf = usedOf;
const whenFree = ({ unit }, free) => `${unit === 'bytes' ? size(free) : Math.ceil(free)} are free`;
exports.whenFree = whenFree;
const freeReason = ({ of, unit, free, perByte }, bytes) => unit === 'bytes'
    ? `${size(free)} free of ${of}, threshold ${size(bytes)}`
    : `${free} free of ${of}, threshold ${Math.floor(bytes * perByte)}, which is the share of ${size(bytes)}`;
function cpuCrossed(limit, cpu, margin) {
    if (limit.kind === 'off' || cpu === undefined)
        return [];
    if (margin ? cpu.percent <= limit.percent * exports.BACK.count : cpu.percent < limit.percent)
        return [];
    const reason = `${(0, readings_ts_1.describeCpu)(cpu)}, threshold ${limit.percent} %`;
    const back = `it is at most ${(limit.percent * exports.BACK.count).toFixed(0)} %`;
    return [{ trigger: 'cpu', of: 'cpu', reading: cpu.percent, step: CPU_STEP, reason, back }];
}
function countCrossed(trigger, limit, reading, [word, where], margin) {
    if (limit.kind === 'off' || reading === undefined)
        return [];
    const most = margin ? limit.count * exports.BACK.count : limit.count;
    if (margin ? reading <= most : reading < most)
        return [];
    return [
        {
            trigger,
            of: trigger,
            reading,
            step: 1,
            reason: `${(0, counted_ts_1.counted)(reading, word)} ${where}, threshold ${limit.count}`,
            back: `at most ${Math.floor(limit.count * exports.BACK.count)} are left`,
        },
    ];
}
function ageCrossed(limit, { oldestMs }) {
    if (limit.kind === 'off' || oldestMs === undefined || oldestMs < limit.ms)
        return [];
    const reason = `the oldest topology has waited for ${(oldestMs / 1000).toFixed(0)} s, threshold ${limit.ms / 1000} s`;
    return [
        { trigger: 'age', of: 'age', reading: oldestMs, step: limit.ms, reason, back: 'the oldest is younger' },
    ];
}
/**
 * The thresholds that readings cross, most urgent first.
 * With `margin`, those from which readings have not gone back far enough yet.
 */
const crossedThresholds = (limits, readings, margin = false) => [
    ...spaceCrossed('disk', limits.disk, readings.disk, margin),
    ...spaceCrossed('memory', limits.memory, readings.memory, margin),
    ...countCrossed('networks', limits.networks, readings.networks, ['network', 'on the engine'], margin),
    ...countCrossed('containers', limits.containers, readings.containers, ['container', 'pending'], margin),
    ...cpuCrossed(limits.cpu, readings.cpu, margin),
    ...ageCrossed(limits.age, readings),
];
exports.crossedThresholds = crossedThresholds;
/** Why the CPUs have time for what has stopped; `undefined` where they have none, or nobody knows how busy they are. */
const whyIdle = ({ idle }, { busyPercent }) => idle.kind === 'percent' && busyPercent !== undefined && busyPercent < idle.percent
    ? `the CPUs were ${busyPercent.toFixed(0)} % busy, less than ${idle.percent} %`
    : undefined;
exports.whyIdle = whyIdle;
