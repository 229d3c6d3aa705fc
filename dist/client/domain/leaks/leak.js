"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeLeak = exports.describeUnconfirmed = exports.topologyOf = exports.leakOf = void 0;
const leakOf = (topology, { kind, id, name }, cause, reason) => ({
    topology: topology.id,
    ...(topology.name !== topology.id && { topologyName: topology.name }),
    kind,
    id,
    name,
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
const describeLeak = (leak) => `${leak.kind} ${leak.name} of ${(0, exports.topologyOf)(leak)}: ${leak.reason}`;
exports.describeLeak = describeLeak;
