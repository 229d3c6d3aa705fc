import { countMembers } from '../removal/collection.ts';
import { nameAt } from '../text/name-at.ts';
import { isUnsure } from '../topology/known-member.ts';
import {
  graceOf,
  isKept,
  type Member,
  type Topology,
  type TopologyId,
  topologyState,
} from '../topology/topology.ts';
import { deafStop } from './deaf-stop.ts';
import type { ReportedDeaf, ReportedMember, ReportedTopology, Unsure } from './reported-topology.ts';
import { ignoredStop } from './time-saved.ts';

type Times = readonly (number | undefined)[];

/** Absent if one of them is absent. */
const latest = (times: Times): number | undefined =>
  times.length === 0 || times.includes(undefined) ? undefined : Math.max(...(times as number[]));

const earliest = (times: Times): number | undefined => {
  const known = times.filter((time) => time !== undefined && !Number.isNaN(time)) as number[];
  return known.length === 0 ? undefined : Math.min(...known);
};

/** Leaves out `undefined` fields. */
const known = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const reportMember = (topology: Topology, member: Member): ReportedMember => {
  const { kind, name, site, state, stoppingAt, stoppedAt, removingAt, removedAt, error } = member;
  const isContainer = member.kind === 'container';
  const { image, init } = isContainer ? member : {};
  const graceMs = isContainer ? graceOf(topology, member) : undefined;
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
export function reportTopology(
  topology: Topology,
  aheadMs: (member: Member) => number,
  withLives: boolean,
): ReportedTopology {
  const present = topology.members.filter(({ state }) => state !== 'absent');
  const containers = present.filter(({ kind }) => kind === 'container');
  const names = (members: readonly Member[]): string[] => members.map(nameAt);
  const createdAt = earliest(containers.map((member) => createdOn(member, aheadMs(member))));
  return {
    id: topology.id,
    name: topology.name,
    state: topologyState(topology),
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
    members: countMembers(present),
    ...(withLives && { lives: topology.members.map((member) => reportMember(topology, member)) }),
    ignoredStop: names(containers.filter((member) => ignoredStop(topology, member))),
    ...known({ deaf: deafOf(topology), unsure: unsureOf(topology) }),
    absent: names(topology.members.filter(({ state, error }) => state === 'absent' && error === undefined)),
    kept: names(present.filter((member) => isKept(member) && member.shared)),
    logs: containers.flatMap((member) =>
      member.savedLog ? { container: nameAt(member), ...member.savedLog } : [],
    ),
  };
}

function deafOf(topology: Topology): readonly ReportedDeaf[] | undefined {
  const deaf = topology.members.flatMap((member) => {
    const stop = deafStop({ ...member, graceMs: graceOf(topology, member) });
    return stop === undefined ? [] : [{ container: nameAt(member), ...stop }];
  });
  return deaf.length > 0 ? deaf : undefined;
}

/** The members whose owner is unknown, and the members that a sweep left. */
function unsureOf({ members }: Topology): readonly Unsure[] | undefined {
  const unsure = members
    .filter((member) => isUnsure(member) || (isKept(member) && !member.shared))
    .map((member) => ({ kind: member.kind, name: nameAt(member), why: member.error ?? '' }));
  return unsure.length > 0 ? unsure : undefined;
}

const createdOn = ({ createdAt }: Member, aheadMs: number): number | undefined =>
  createdAt === undefined ? undefined : Date.parse(createdAt) - aheadMs;

/** The most members whose lives a report holds: a report passes through the agent's memory as one text. */
export const MOST_LIVES = 10_000;

const hasSomethingToTell = (topology: Topology): boolean =>
  topology.members.some((member) => member.error !== undefined || ignoredStop(topology, member));

/** The topologies. As long as there is room, each lists the lives of its members; topologies with a failure or a kill go first. */
export function reportTopologies(
  topologies: readonly Topology[],
  aheadMs: (member: Member) => number,
): ReportedTopology[] {
  const withLives = new Set<TopologyId>();
  let room = MOST_LIVES;
  for (const isFirst of [true, false])
    for (const topology of topologies) {
      if (hasSomethingToTell(topology) !== isFirst || topology.members.length > room) continue;
      room -= topology.members.length;
      withLives.add(topology.id);
    }
  return topologies.map((topology) => reportTopology(topology, aheadMs, withLives.has(topology.id)));
}
