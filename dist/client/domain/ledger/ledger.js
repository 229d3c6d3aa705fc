"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.pendingTopologies = exports.emptyLedger = void 0;
exports.countAsLeft = countAsLeft;
exports.putTopology = putTopology;
exports.putUntaken = putUntaken;
exports.oldestPending = oldestPending;
const collection_ts_1 = require("../removal/collection.js");
const topology_ts_1 = require("../topology/topology.js");
const untaken_ts_1 = require("../topology/untaken.js");
const history_ts_1 = require("./history.js");
const emptyLedger = () => ({
    topologies: new Map(),
    pending: new Set(),
    left: collection_ts_1.NO_MEMBERS,
    holders: new Map(),
    leases: new Map(),
    collections: [],
    history: history_ts_1.NO_HISTORY,
    rejected: [],
    untaken: [],
    untakenMore: 0,
    submissionMs: 0,
    submissions: 0,
    drainMs: 0,
});
exports.emptyLedger = emptyLedger;
/**
 * Counts the remaining members of a topology, and no longer those of its earlier state. A member of several topologies
 * counts once.
 */
function countAsLeft(ledger, topology, before) {
    const { holders } = ledger;
    const leftOf = (members = []) => members.filter((member) => !(0, topology_ts_1.isDone)(member));
    const hold = (member, more) => {
        const key = (0, topology_ts_1.identityOf)(member);
        const count = (holders.get(key) ?? 0) + more;
        if (count > 0)
            holders.set(key, count);
        else
            holders.delete(key);
        return count;
    };
    const come = leftOf(topology.members).filter((member) => hold(member, 1) === 1);
    const gone = leftOf(before?.members).filter((member) => hold(member, -1) === 0);
    ledger.left = (0, collection_ts_1.subtractCounts)((0, collection_ts_1.addCounts)(ledger.left, (0, collection_ts_1.countMembers)(come)), (0, collection_ts_1.countMembers)(gone));
}
/** Puts a topology into the ledger, and replaces its earlier state. */
function putTopology(ledger, topology) {
    const before = ledger.topologies.get(topology.id);
    countAsLeft(ledger, topology, before);
    ledger.topologies.set(topology.id, topology);
    if ((0, topology_ts_1.isPending)(topology))
        ledger.pending.add(topology.id);
    else
        ledger.pending.delete(topology.id);
}
/** Puts named members that were not taken into the ledger, and replaces their earlier rest. */
function putUntaken(ledger, untaken) {
    const at = ledger.untaken.findIndex(({ id }) => id === untaken.id);
    if (at >= 0)
        ledger.untaken[at] = untaken;
    else if (ledger.untaken.length < untaken_ts_1.MOST_UNTAKEN)
        ledger.untaken.push(untaken);
    else
        ledger.untakenMore += 1;
}
/** The pending topologies, the oldest first. */
const pendingTopologies = (ledger) => [...ledger.pending].flatMap((id) => ledger.topologies.get(id) ?? []);
exports.pendingTopologies = pendingTopologies;
/** The topology that has been pending longest. */
function oldestPending({ pending, topologies }) {
    const [first] = pending;
    return first === undefined ? undefined : topologies.get(first);
}
