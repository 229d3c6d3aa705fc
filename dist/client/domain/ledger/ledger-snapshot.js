"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.takeSnapshot = void 0;
exports.restore = restore;
const collection_ts_1 = require("../removal/collection.js");
const ledger_ts_1 = require("./ledger.js");
const takeSnapshot = ({ topologies, pending, left: _, holders: __, leases, ...figures }) => ({
    ...figures,
    topologies: [...topologies.values()],
    pending: [...pending],
    leases: [...leases.values()],
});
exports.takeSnapshot = takeSnapshot;
/** Restores a ledger from a snapshot. */
function restore(ledger, { topologies, pending, leases, ...figures }) {
    Object.assign(ledger, figures, {
        topologies: new Map(topologies.map((topology) => [topology.id, topology])),
        pending: new Set(pending),
        left: collection_ts_1.NO_MEMBERS,
        holders: new Map(),
        leases: new Map(leases.map((lease) => [lease.id, lease])),
    });
    for (const topology of topologies)
        (0, ledger_ts_1.countAsLeft)(ledger, topology);
}
