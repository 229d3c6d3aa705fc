"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.savedMs = exports.isFailedByStrays = exports.isAllGone = exports.isLeaking = void 0;
exports.buildReport = buildReport;
const history_ts_1 = require("../ledger/history.js");
const collection_ts_1 = require("../removal/collection.js");
const report_topologies_ts_1 = require("./report-topologies.js");
const reported_readings_ts_1 = require("./reported-readings.js");
const time_saved_ts_1 = require("./time-saved.js");
const unconfirmed_nodes_ts_1 = require("./unconfirmed-nodes.js");
function leftOf({ untaken }) {
    const left = untaken.flatMap(({ topology, left }) => left.map((member) => ({ topology, ...member })));
    return left.length > 0 ? { left } : {};
}
/** A lease that should have ended is a leak, and not in use. */
function leasedOf({ leases, outcome }, { endOfLease }) {
    const leaked = new Set(outcome?.leaks.map(({ topology }) => topology));
    const leased = [...leases.values()]
        .filter(({ id }) => !leaked.has(id))
        .map((lease) => {
        const endsAt = endOfLease?.(lease);
        return { topology: lease.id, name: lease.name, ...(endsAt !== undefined && { endsAt }) };
    });
    return leased.length > 0 ? { leased } : {};
}
/** Summarizes what was collected, when and why, and how much time that saved. */
function buildReport(ledger, context) {
    const { session, history } = ledger;
    if (session === undefined)
        throw new Error('a ledger without a session has nothing to report');
    const topologies = [...ledger.topologies.values()];
    const nodes = [...(0, unconfirmed_nodes_ts_1.unconfirmedNodes)(topologies), ...(ledger.outcome?.nodes ?? [])];
    return {
        version: 1,
        session,
        endedAt: context.endedAt,
        topologies: (0, report_topologies_ts_1.reportTopologies)(topologies, context.aheadMs ?? (() => 0)),
        collections: ledger.collections,
        readings: context.readings ?? reported_readings_ts_1.NO_READINGS,
        removed: (0, collection_ts_1.addCounts)(history.removed, (0, history_ts_1.countRemoved)(topologies)),
        earlier: { topologies: history.topologies, collections: history.collections },
        leaks: ledger.outcome?.leaks ?? [],
        ...(ledger.outcome?.unconfirmed !== undefined && { unconfirmed: ledger.outcome.unconfirmed }),
        ...(nodes.length > 0 && { nodes }),
        ...(ledger.outcome?.strays !== undefined && { strays: ledger.outcome.strays }),
        rejected: ledger.rejected,
        ...leftOf(ledger),
        ...leasedOf(ledger, context),
        ...(context.swept !== undefined && context.swept.length > 0 && { swept: context.swept }),
        submissionMs: ledger.submissionMs,
        drainMs: ledger.drainMs,
        oneByOneMs: history.oneByOneMs + (0, time_saved_ts_1.oneByOneMs)(topologies),
        inputs: context.inputs,
    };
}
/** Whether anything that was handed over is left, or whether that is unknown. */
const isLeaking = ({ leaks, unconfirmed }) => leaks.length > 0 || unconfirmed !== undefined;
exports.isLeaking = isLeaking;
/** Whether the engine confirmed that nothing is left: no leak and no stray. */
const isAllGone = (report) => !(0, exports.isLeaking)(report) && report.strays === undefined;
exports.isAllGone = isAllGone;
/** Whether the job fails for its strays, whatever leaks do to it. */
const isFailedByStrays = ({ strays }) => strays?.isFailure === true;
exports.isFailedByStrays = isFailedByStrays;
/** The time that the agent saved, in ms: teardown one by one minus the time waited; never less than 0. */
const savedMs = ({ oneByOneMs: oneByOne, submissionMs, drainMs }, postMs = drainMs) => Math.max(0, oneByOne - submissionMs - postMs);
exports.savedMs = savedMs;
