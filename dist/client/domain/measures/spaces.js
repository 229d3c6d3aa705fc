"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.byteMetrics = exports.whenFree = exports.usedOf = exports.bytesOf = exports.SPACE_MARGIN = void 0;
exports.spaceCrossed = spaceCrossed;
const readings_ts_1 = require("./readings.js");
/** How far a reading of a supply has to go back: points of use, and a factor of the free amount. */
exports.SPACE_MARGIN = { points: 5, free: 1.1 };
const size = (bytes) => bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(0)} MiB` : `${(bytes / 2 ** 30).toFixed(2)} GiB`;
const bytesOf = ({ of, freeBytes: value, totalBytes: total }) => ({
    ...{ of, value, total, perByte: 1 },
});
exports.bytesOf = bytesOf;
/** The used share, for a crossed threshold. */
const usedOf = ({ total = 0, value }) => ({
    reading: total - value,
    step: Math.max(1, total / 100),
});
exports.usedOf = usedOf;
/** `4.40 GiB are free`. */
const whenFree = (unit, free) => `${unit === 'bytes' ? size(free) : Math.ceil(free)} are free`;
exports.whenFree = whenFree;
/**
 * Compares a supply with its limit. If the limit is a free size, the limit for inodes is the same share that the size has
 * of all bytes: each byte has its part of an inode.
 * @param subject the supply, as words for a sentence
 */
function spaceCrossed(unit, subject, limit, amount, margin) {
    if (limit.kind === 'off')
        return undefined;
    const { value, perByte = 1 } = amount;
    if (limit.kind === 'used') {
        const percent = (0, readings_ts_1.usedPercent)(amount);
        if (percent < limit.percent - (margin ? exports.SPACE_MARGIN.points : 0))
            return undefined;
        return {
            ...(0, exports.usedOf)(amount),
            reason: `${percent.toFixed(0)}% of ${subject} used, threshold ${limit.percent}%`,
            back: `less than ${limit.percent - exports.SPACE_MARGIN.points}% are used`,
        };
    }
    if (value > limit.bytes * (margin ? exports.SPACE_MARGIN.free : 1) * perByte)
        return undefined;
    const threshold = unit === 'bytes'
        ? size(limit.bytes)
        : `${Math.floor(limit.bytes * perByte)}, which is the share of ${size(limit.bytes)}`;
    return {
        ...(0, exports.usedOf)(amount),
        reason: `${unit === 'bytes' ? size(value) : value} free of ${subject}, threshold ${threshold}`,
        back: (0, exports.whenFree)(unit, limit.bytes * exports.SPACE_MARGIN.free * perByte),
    };
}
/** The free amounts and the sizes of spaces, by name. */
const byteMetrics = (spacesOf) => [
    {
        name: 'topo_gc_free_bytes',
        help: 'The free space of a file system, or the free memory.',
        samples: (readings) => spacesOf(readings).map(({ of, freeBytes }) => ({ labels: { of }, value: freeBytes })),
    },
    {
        name: 'topo_gc_size_bytes',
        help: 'The size of a file system, or of the memory.',
        samples: (readings) => spacesOf(readings).map(({ of, totalBytes }) => ({ labels: { of }, value: totalBytes })),
    },
];
exports.byteMetrics = byteMetrics;
