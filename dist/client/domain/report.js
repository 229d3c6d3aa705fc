"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.savedMs = exports.isLeaking = void 0;
exports.buildReport = buildReport;
const collection_ts_1 = require("./collection.js");
const history_ts_1 = require("./history.js");
const time_saved_ts_1 = require("./time-saved.js");
const topology_ts_1 = require("./topology.js");
const latest = (times) => times.length === 0 || times.includes(undefined) ? undefined : Math.max(...times);
function reportTopology(topology) {
    const present = topology.members.filter(({ state }) => state !== 'absent');
    const containers = present.filter(({ kind }) => kind === 'container');
    const stoppedAt = latest(containers.map((member) => member.stoppedAt ?? member.removedAt));
    const removedAt = latest(present.map((member) => member.removedAt));
    const names = (members) => members.map(({ name }) => name);
    return {
        id: topology.id,
        name: topology.name,
        state: (0, topology_ts_1.topologyState)(topology),
        submittedAt: topology.submittedAt,
        ...(stoppedAt !== undefined && { stoppedAt }),
        ...(removedAt !== undefined && { removedAt }),
        members: (0, collection_ts_1.countMembers)(present),
        ignoredStop: names(containers.filter((member) => (0, time_saved_ts_1.ignoredStop)(member, (0, topology_ts_1.graceOf)(topology, member)))),
        absent: names(topology.members.filter(({ state }) => state === 'absent')),
        kept: names(present.filter(topology_ts_1.isKept)),
        logs: containers.flatMap(({ name, savedLog }) => (savedLog ? { container: name, ...savedLog } : [])),
    };
}
/** Tells what was collected, when, why, and what it saved. */
function buildReport(ledger, context) {
    const { session, history } = ledger;
    if (session === undefined)
        throw new Error('a ledger without a session has nothing to report');
    const topologies = [...ledger.topologies.values()];
    return {
        version: 1,
        session,
        endedAt: context.endedAt,
        topologies: topologies.map(reportTopology),
        collections: ledger.collections,
        removed: (0, collection_ts_1.addCounts)(history.removed, (0, history_ts_1.countRemoved)(topologies)),
        earlier: { topologies: history.topologies, collections: history.collections },
        leaks: ledger.outcome?.leaks ?? [],
        ...(ledger.outcome?.unconfirmed !== undefined && { unconfirmed: ledger.outcome.unconfirmed }),
        rejected: ledger.rejected,
        submissionMs: ledger.submissionMs,
        drainMs: ledger.drainMs,
        oneByOneMs: history.oneByOneMs + (0, time_saved_ts_1.oneByOneMs)(topologies),
        inputs: context.inputs,
    };
}
/** Whether anything is left, or that is not known. */
const isLeaking = ({ leaks, unconfirmed }) => leaks.length > 0 || unconfirmed !== undefined;
exports.isLeaking = isLeaking;
/** What the agent saved, in ms: one by one less what was waited for; never less than 0. */
const savedMs = ({ oneByOneMs: oneByOne, submissionMs, drainMs }, postMs = drainMs) => Math.max(0, oneByOne - submissionMs - postMs);
exports.savedMs = savedMs;
