"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.goneBefore = exports.KINDS_IN_PHASES = void 0;
exports.holding = holding;
exports.planRemoval = planRemoval;
exports.withoutWaiting = withoutWaiting;
exports.idleBatch = idleBatch;
const kinds_ts_1 = require("../kinds/kinds.js");
const topology_ts_1 = require("../topology/topology.js");
const kindsBefore = (kind) => kinds_ts_1.MEMBER_KINDS.filter((other) => (0, kinds_ts_1.kindOf)(kind).goesAfter.includes(other));
/** The number of removal phases before the phase of a kind. */
const phaseOf = (kind) => Math.max(0, ...kindsBefore(kind).map((before) => phaseOf(before) + 1));
/** All kinds, ordered so that each comes after the kinds that must go first. */
exports.KINDS_IN_PHASES = [...kinds_ts_1.MEMBER_KINDS].sort((a, b) => phaseOf(a) - phaseOf(b));
const GONE_BEFORE = new Map(kinds_ts_1.MEMBER_KINDS.map((kind) => [kind, (0, kinds_ts_1.kindOf)(kind).beginsOnce === 'gone' ? kindsBefore(kind) : []]));
/** Kinds whose members must be gone, in the same topology, before members of a kind can go. */
const goneBefore = (kind) => GONE_BEFORE.get(kind) ?? [];
exports.goneBefore = goneBefore;
const remaining = ({ members }) => members.filter((member) => !(0, topology_ts_1.isDone)(member));
/** The objects that members of all pending topologies hold, because a network may join several topologies. */
function holding(pending) {
    const byHeld = new Map();
    for (const member of pending.flatMap(remaining)) {
        for (const held of (0, kinds_ts_1.kindOf)(member.kind).holds?.(member) ?? []) {
            const key = (0, topology_ts_1.memberKey)({ ...held, ...(member.site && { site: member.site }) });
            const holders = byHeld.get(key);
            if (holders === undefined)
                byHeld.set(key, [member]);
            else
                holders.push(member);
        }
    }
    return byHeld;
}
function planRemoval(topology, held) {
    const left = remaining(topology);
    const holdersOf = (member) => {
        const { beginsOnce, goesAfter } = (0, kinds_ts_1.kindOf)(member.kind);
        if (beginsOnce !== 'exited')
            return [];
        return (held.get((0, topology_ts_1.memberKey)(member)) ?? []).filter(({ kind }) => goesAfter.includes(kind));
    };
    return exports.KINDS_IN_PHASES.flatMap((kind) => left.filter((member) => member.kind === kind)).map((member) => ({
        member,
        holders: holdersOf(member),
    }));
}
/** The part of a plan that can go at once: nothing that still has to stop, and nothing that failed before. */
function withoutWaiting(plan) {
    /** Kinds that have a member that must wait, by engine. */
    const waiting = new Set();
    return plan.filter(({ member, holders }) => {
        const isReady = member.state === 'stopped' &&
            (0, kinds_ts_1.kindOf)(member.kind).goesInOrder !== true &&
            holders.every(({ stoppedAt }) => stoppedAt !== undefined) &&
            !(0, exports.goneBefore)(member.kind).some((kind) => waiting.has(`${member.site} ${kind}`));
        if (!isReady)
            waiting.add(`${member.site} ${member.kind}`);
        return isReady;
    });
}
/** The most topologies at once while the CPUs are idle: a test that begins meanwhile soon has the CPUs for itself. */
const IDLE_BATCH = 4;
/** The oldest topologies that have something to remove at once. */
function idleBatch(pending) {
    const held = holding(pending);
    return pending
        .filter((topology) => withoutWaiting(planRemoval(topology, held)).length > 0)
        .slice(0, IDLE_BATCH);
}
