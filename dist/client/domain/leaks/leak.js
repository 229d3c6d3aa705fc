"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeLeak = exports.describeUnconfirmed = exports.topologyOf = exports.leakOf = void 0;
const name_at_ts_1 = require("../text/name-at.js");
const leakOf = (topology, { kind, id, name, site }, cause, reason) => ({
    topology: topology.id,
    ...(topology.name !== topology.id && { topologyName: topology.name }),
    kind,
    id,
    name,
    ...(site !== undefined && { site }),
    cause,
    reason,
});
exports.leakOf = leakOf;
/** The topology of the leak, under the name that people gave it. */
const topologyOf = ({ topology, topologyName = topology }) => topologyName;
exports.topologyOf = topologyOf;
/** Why a drain is not confirmed, one line. */
const describeUnconfirmed = (why) => `it is not known whether anything is left: ${why}`;
exports.describeUnconfirmed = describeUnconfirmed;
/** `network web_1 of test_vlan: …`, one line. */
const describeLeak = (leak) => `${leak.kind} ${(0, name_at_ts_1.nameAt)(leak)} of ${(0, exports.topologyOf)(leak)}: ${leak.reason}`;
exports.describeLeak = describeLeak;
