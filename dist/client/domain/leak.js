"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeLeak = exports.leakOf = void 0;
const leakOf = (topology, { kind, id, name }, reason) => ({
    topology: topology.id,
    kind,
    id,
    name,
    reason,
});
exports.leakOf = leakOf;
/** `network web_1 of test_vlan: …`, one line. */
const describeLeak = (leak) => `${leak.kind} ${leak.name} of ${leak.topology}: ${leak.reason}`;
exports.describeLeak = describeLeak;
