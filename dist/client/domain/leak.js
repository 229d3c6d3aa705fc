"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeLeak = exports.describeUnconfirmed = exports.leakOf = void 0;
const leakOf = (topology, { kind, id, name }, cause, reason) => ({ topology: topology.id, kind, id, name, cause, reason });
exports.leakOf = leakOf;
/** Why a drain is not confirmed, one line. */
const describeUnconfirmed = (why) => `it is not known whether anything is left: ${why}`;
exports.describeUnconfirmed = describeUnconfirmed;
/** `network web_1 of test_vlan: …`, one line. */
const describeLeak = (leak) => `${leak.kind} ${leak.name} of ${leak.topology}: ${leak.reason}`;
exports.describeLeak = describeLeak;
