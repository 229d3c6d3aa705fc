"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.membersOf = exports.graceOf = exports.isPending = exports.isKept = exports.isDone = exports.isSameMember = exports.memberKey = exports.MEMBER_STATES = exports.FIELDS = exports.isEngineKind = exports.isHostKind = void 0;
exports.topologyState = topologyState;
const quantities_ts_1 = require("../text/quantities.js");
const isHostKind = (kind) => kind === 'netns' || kind === 'path';
exports.isHostKind = isHostKind;
const isEngineKind = (kind) => !(0, exports.isHostKind)(kind) && kind !== 'image';
exports.isEngineKind = isEngineKind;
/** By which field of a submission members of a kind are named. */
exports.FIELDS = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'netns',
    path: 'paths',
};
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
const memberKey = (member) => `${member.kind}:${member.id}`;
exports.memberKey = memberKey;
/**
 * A volume's name is its id, and a name can be taken again: it is the same only if it was created at the same time; a link
 * or a path, if it is the same file.
 */
const isSameMember = (a, b) => a.kind === b.kind &&
    a.id === b.id &&
    a.file === b.file &&
    (a.kind !== 'volume' || a.createdAt === b.createdAt || a.createdAtMoves === true);
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
const graceOf = (topology, member) => (0, quantities_ts_1.boundedMs)(topology.stopTimeoutMs ?? member.graceMs ?? 0);
exports.graceOf = graceOf;
const membersOf = (topology, kind) => topology.members.filter((member) => member.kind === kind);
exports.membersOf = membersOf;
