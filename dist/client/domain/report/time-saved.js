"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ignoredStop = exports.ranAllItsGrace = void 0;
exports.oneByOneMs = oneByOneMs;
const topology_ts_1 = require("../topology/topology.js");
/** The time that the intervals cover together, in ms. */
function covered(intervals) {
    let end = Number.NEGATIVE_INFINITY;
    let total = 0;
    for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
        total += Math.max(0, to - Math.max(from, end));
        end = Math.max(end, to);
    }
    return total;
}
const interval = (from, to) => from === undefined || to === undefined ? [] : [{ from, to }];
/** True if a container ran until the end of its grace, and had to be killed. */
const ranAllItsGrace = ({ stoppingAt, stoppedAt, graceMs = 0, deafTo, }) => deafTo === undefined &&
    stoppingAt !== undefined &&
    stoppedAt !== undefined &&
    graceMs > 0 &&
    stoppedAt - stoppingAt >= graceMs;
exports.ranAllItsGrace = ranAllItsGrace;
/** The same for a member of a topology, which may set the grace. */
const ignoredStop = (topology, member) => (0, exports.ranAllItsGrace)({ ...member, graceMs: (0, topology_ts_1.graceOf)(topology, member) });
exports.ignoredStop = ignoredStop;
/**
 * The least time that teardown one by one would have taken, in ms. Each grace that ran out, or that the agent cut short,
 * counts in full, because one by one they follow each other. Everything else counts once if it overlapped, because one by
 * one is never faster than side by side. Workers of pytest-xdist (`worker` of the metadata) tear down side by side, so only
 * the longest counts.
 */
function oneByOneMs(topologies) {
    const of = (worker) => topologies.filter(({ metadata }) => metadata.worker === worker);
    const workers = new Set(topologies.flatMap(({ metadata }) => metadata.worker ?? []));
    const longest = Math.max(0, ...[...workers].map((worker) => oneAfterTheOther(of(worker))));
    return oneAfterTheOther(of()) + longest;
}
function oneAfterTheOther(topologies) {
    let graces = 0;
    const intervals = [];
    for (const topology of topologies)
        for (const member of topology.members.filter(topology_ts_1.isDone)) {
            const graceMs = (0, topology_ts_1.graceOf)(topology, member);
            intervals.push(...interval(member.removingAt, member.removedAt));
            if ((0, exports.ignoredStop)(topology, member) || member.deafTo !== undefined)
                graces += graceMs;
            else
                intervals.push(...interval(member.stoppingAt, member.stoppedAt));
        }
    return graces + covered(intervals);
}
