"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.membersOf = exports.isStopping = exports.graceOf = exports.isPending = exports.isKept = exports.isDone = exports.isSameMember = exports.identityOf = exports.memberKey = exports.MEMBER_STATES = void 0;
exports.topologyState = topologyState;
const kinds_ts_1 = require("../kinds/kinds.js");
const quantities_ts_1 = require("../text/quantities.js");
/** From the furthest behind to the furthest ahead; a topology has the state of its member that is furthest behind. */
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
/** Equal for all references to the same member; another member that reuses the name has another key. */
const identityOf = (member) => `${(0, exports.memberKey)(member)} ${member.createdAt ?? ''}`;
exports.identityOf = identityOf;
/** Whether the object that is there now is the member that was taken. */
const isSameMember = (now, taken) => now.kind === taken.kind &&
    now.id === taken.id &&
    now.site === taken.site &&
    ((0, kinds_ts_1.kindOf)(now.kind).isSame?.(now, taken) ?? true);
exports.isSameMember = isSameMember;
/** True if a member needs nothing more. */
const isDone = (member) => member.state === 'removed' || member.state === 'dropped' || member.state === 'absent';
exports.isDone = isDone;
/** True for a shared member that was left to others who use it. */
const isKept = (member) => member.state === 'removed' && member.error !== undefined;
exports.isKept = isKept;
const isPending = (topology) => topology.members.some((member) => !(0, exports.isDone)(member));
exports.isPending = isPending;
/** `absent` if all members are absent, else the state of the member that is furthest behind. */
function topologyState(topology) {
    const ranks = topology.members.map((member) => exports.MEMBER_STATES.indexOf(member.state));
    const present = ranks.filter((rank) => rank < exports.MEMBER_STATES.indexOf('absent'));
    return exports.MEMBER_STATES[Math.min(...present)] ?? 'absent';
}
/** ms between the stop signal and the kill, at most a day. */
const graceOf = (topology, member) => (0, quantities_ts_1.boundedMs)(topology.stopTimeoutMs ?? ((0, exports.isStopping)(member) ? member.graceMs : 0) ?? 0);
exports.graceOf = graceOf;
/** Whether a member is of a kind that has to stop before it can go. */
const isStopping = (member) => (0, kinds_ts_1.kindOf)(member.kind).hasToStop;
exports.isStopping = isStopping;
const membersOf = (topology, kind) => topology.members.filter((member) => member.kind === kind);
exports.membersOf = membersOf;
