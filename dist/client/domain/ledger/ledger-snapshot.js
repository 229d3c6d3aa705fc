"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.takeSnapshot = void 0;
exports.restore = restore;
const ledger_ts_1 = require("./ledger.js");
const takeSnapshot = ({ topologies, pending, left: _, leases, ...figures }) => ({
    ...figures,
    topologies: [...topologies.values()],
    pending: [...pending],
    leases: [...leases.values()],
});
exports.takeSnapshot = takeSnapshot;
/** Makes a ledger what it was when the snapshot was taken. */
function restore(ledger, { topologies, pending, leases, ...figures }) {
    Object.assign(ledger, figures, {
        topologies: new Map(topologies.map((topology) => [topology.id, topology])),
        pending: new Set(pending),
        left: (0, ledger_ts_1.countLeft)(topologies),
        leases: new Map(leases.map((lease) => [lease.id, lease])),
    });
}
