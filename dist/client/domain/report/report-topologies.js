"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.MOST_LIVES = void 0;
exports.reportTopology = reportTopology;
exports.reportTopologies = reportTopologies;
const collection_ts_1 = require("../removal/collection.js");
const name_at_ts_1 = require("../text/name-at.js");
const known_member_ts_1 = require("../topology/known-member.js");
const topology_ts_1 = require("../topology/topology.js");
const deaf_stop_ts_1 = require("./deaf-stop.js");
const time_saved_ts_1 = require("./time-saved.js");
/** Absent if one of them is absent. */
const latest = (times) => times.length === 0 || times.includes(undefined) ? undefined : Math.max(...times);
const earliest = (times) => {
    const known = times.filter((time) => time !== undefined && !Number.isNaN(time));
    return known.length === 0 ? undefined : Math.min(...known);
};
/** Leaves out `undefined` fields. */
const known = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const reportMember = (topology, member) => {
    const { kind, name, site, state, stoppingAt, stoppedAt, removingAt, removedAt, error } = member;
    const isContainer = member.kind === 'container';
    const { image, init } = isContainer ? member : {};
    const graceMs = isContainer ? (0, topology_ts_1.graceOf)(topology, member) : undefined;
    const times = { stoppingAt, stoppedAt, removingAt, removedAt };
    const { client } = isContainer ? topology.metadata : {};
    return {
        kind,
        name,
        ...known({ site }),
        state,
        ...known({ image, graceMs, init, deafTo: member.deafTo, client, ...times, error }),
    };
};
/**
 * @param aheadMs how far the clock of a member's engine is ahead of this host's, in ms
 * @param withLives whether to list each member
 */
function reportTopology(topology, aheadMs, withLives) {
    const present = topology.members.filter(({ state }) => state !== 'absent');
    const containers = present.filter(({ kind }) => kind === 'container');
    const names = (members) => members.map(name_at_ts_1.nameAt);
    const createdAt = earliest(containers.map((member) => createdOn(member, aheadMs(member))));
    return {
        id: topology.id,
        name: topology.name,
        state: (0, topology_ts_1.topologyState)(topology),
        ...known({
            createdAt: createdAt && Math.min(createdAt, topology.submittedAt),
            leasedAt: topology.leasedAt,
        }),
        submittedAt: topology.submittedAt,
        ...known({
            stoppingAt: earliest(containers.map(({ stoppingAt }) => stoppingAt)),
            stoppedAt: latest(containers.map((member) => member.stoppedAt ?? member.removedAt)),
            removingAt: earliest(present.map(({ removingAt }) => removingAt)),
            removedAt: latest(present.map(({ removedAt }) => removedAt)),
        }),
        members: (0, collection_ts_1.countMembers)(present),
        ...(withLives && { lives: topology.members.map((member) => reportMember(topology, member)) }),
        ignoredStop: names(containers.filter((member) => (0, time_saved_ts_1.ignoredStop)(topology, member))),
        ...known({ deaf: deafOf(topology), unsure: unsureOf(topology) }),
        absent: names(topology.members.filter(({ state, error }) => state === 'absent' && error === undefined)),
        kept: names(present.filter((member) => (0, topology_ts_1.isKept)(member) && member.shared)),
        logs: containers.flatMap((member) => member.savedLog ? { container: (0, name_at_ts_1.nameAt)(member), ...member.savedLog } : []),
    };
}
function deafOf(topology) {
    const deaf = topology.members.flatMap((member) => {
        const stop = (0, deaf_stop_ts_1.deafStop)({ ...member, graceMs: (0, topology_ts_1.graceOf)(topology, member) });
        return stop === undefined ? [] : [{ container: (0, name_at_ts_1.nameAt)(member), ...stop }];
    });
    return deaf.length > 0 ? deaf : undefined;
}
/** The members whose owner is unknown, and the members that a sweep left. */
function unsureOf({ members }) {
    const unsure = members
        .filter((member) => (0, known_member_ts_1.isUnsure)(member) || ((0, topology_ts_1.isKept)(member) && !member.shared))
        .map((member) => ({ kind: member.kind, name: (0, name_at_ts_1.nameAt)(member), why: member.error ?? '' }));
    return unsure.length > 0 ? unsure : undefined;
}
const createdOn = ({ createdAt }, aheadMs) => createdAt === undefined ? undefined : Date.parse(createdAt) - aheadMs;
/** The most members whose lives a report holds: a report passes through the agent's memory as one text. */
exports.MOST_LIVES = 10_000;
const hasSomethingToTell = (topology) => topology.members.some((member) => member.error !== undefined || (0, time_saved_ts_1.ignoredStop)(topology, member));
/** The topologies. As long as there is room, each lists the lives of its members; topologies with a failure or a kill go first. */
function reportTopologies(topologies, aheadMs) {
    const withLives = new Set();
    let room = exports.MOST_LIVES;
    for (const isFirst of [true, false])
        for (const topology of topologies) {
            if (hasSomethingToTell(topology) !== isFirst || topology.members.length > room)
                continue;
            room -= topology.members.length;
            withLives.add(topology.id);
        }
    return topologies.map((topology) => reportTopology(topology, aheadMs, withLives.has(topology.id)));
}
