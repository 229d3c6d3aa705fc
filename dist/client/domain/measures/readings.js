"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeCpu = exports.usedPercent = void 0;
exports.suppliesOf = suppliesOf;
exports.busyPercent = busyPercent;
/** What can run out there: its bytes, and its inodes where they are counted. */
function suppliesOf(space) {
    const { of, totalBytes, freeBytes, totalInodes, freeInodes } = space;
    const bytes = { of, unit: 'bytes', total: totalBytes, free: freeBytes, perByte: 1 };
    if (totalInodes === undefined || freeInodes === undefined)
        return [bytes];
    const perByte = totalBytes === 0 ? 0 : totalInodes / totalBytes;
    return [
        bytes,
        { of: `the inodes of ${of}`, unit: 'inodes', total: totalInodes, free: freeInodes, perByte },
    ];
}
/** 0 to 100. */
const usedPercent = ({ total, free }) => total === 0 ? 0 : 100 * (1 - free / total);
exports.usedPercent = usedPercent;
/** `CPU pressure 12 %`, `load a core 130 %`. */
const describeCpu = ({ by, percent }) => `${by === 'pressure' ? 'CPU pressure' : 'load a core'} ${percent.toFixed(0)} %`;
exports.describeCpu = describeCpu;
/** How busy the CPUs were between two looks, 0 to 100; `undefined` where no time has passed. */
function busyPercent(before, after) {
    const total = after.total - before.total;
    return total <= 0 ? undefined : (100 * Math.max(0, after.busy - before.busy)) / total;
}
