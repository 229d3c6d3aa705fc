"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.membersOf = exports.graceOf = exports.isPending = exports.isKept = exports.isDone = exports.isSameMember = exports.identityOf = exports.memberKey = exports.MEMBER_STATES = void 0;
exports.topologyState = topologyState;
const kinds_ts_1 = require("../kinds/kinds.js");
const quantities_ts_1 = require("../text/quantities.js");
/** From the furthest behind to the furthest ahead; a topology is in the state of its member furthest behind. */
exports.MEMBER_STATES = [
    'failed',
    'leased',
    'submitted',
    'stopping',
    'stopped',
    'removing',
    'removed',
    'dropped',
    'absent',
];
const memberKey = ({ kind, id, site }) => (site === undefined ? `${kind}:${id}` : `${site}/${kind}:${id}`);
exports.memberKey = memberKey;
/** The same for whoever names that very member; a name taken again later is another one. */
const identityOf = (member) => `${(0, exports.memberKey)(member)} ${member.createdAt ?? ''}`;
exports.identityOf = identityOf;
/** Whether what is there now is the member that was taken. */
const isSameMember = (now, taken) => now.kind === taken.kind &&
    now.id === taken.id &&
    now.site === taken.site &&
    ((0, kinds_ts_1.kindOf)(now.kind).isSame?.(now, taken) ?? true);
exports.isSameMember = isSameMember;
/** True once nothing is left to be done for a member. */
const isDone = (member) => member.state === 'removed' || member.state === 'dropped' || member.state === 'absent';
exports.isDone = isDone;
/** True of a shared member that was left to others who use it. */
const isKept = (member) => member.state === 'removed' && member.error !== undefined;
exports.isKept = isKept;
const isPending = (topology) => topology.members.some((member) => !(0, exports.isDone)(member));
exports.isPending = isPending;
/** `absent` where all members are, else the state of the member furthest behind. */
function topologyState(topology) {
    const ranks = topology.members.map((member) => exports.MEMBER_STATES.indexOf(member.state));
    const present = ranks.filter((rank) => rank < exports.MEMBER_STATES.indexOf('absent'));
    return exports.MEMBER_STATES[Math.min(...present)] ?? 'absent';
}
/** ms between the stop signal and the kill; a day where it is longer. */
const graceOf = (topology, member) => (0, quantities_ts_1.boundedMs)(topology.stopTimeoutMs ?? (member.kind === 'container' ? member.graceMs : 0) ?? 0);
exports.graceOf = graceOf;
const membersOf = (topology, kind) => topology.members.filter((member) => member.kind === kind);
exports.membersOf = membersOf;
