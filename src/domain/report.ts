import type { CollectionRecord, MemberCounts } from './collection.ts';
import { addCounts, countMembers } from './collection.ts';
import { countRemoved } from './history.ts';
import type { Leak } from './leak.ts';
import type { Ledger } from './ledger.ts';
import type { Session } from './session.ts';
import type { Rejection } from './spooled.ts';
import { ignoredStop, oneByOneMs } from './time-saved.ts';
import {
  graceOf,
  isKept,
  type Member,
  type MemberState,
  type Topology,
  type TopologyId,
  topologyState,
} from './topology.ts';

/** One topology of a report. Times in ms since the epoch. */
export interface ReportedTopology {
  readonly id: TopologyId;
  readonly name: string;
  readonly state: MemberState;
  readonly submittedAt: number;
  /** When the last container had stopped, and when the last member was removed; absent where that is not so. */
  readonly stoppedAt?: number;
  readonly removedAt?: number;
  readonly members: MemberCounts;
  /** Names of the containers that ran until the end of their grace. */
  readonly ignoredStop: readonly string[];
  readonly absent: readonly string[];
  /** Shared members that somebody else still uses. */
  readonly kept: readonly string[];
  /** Of the containers whose logs were to be saved: the file, or why it could not be. */
  readonly logs: readonly { readonly container: string; readonly file?: string; readonly error?: string }[];
}

/** What a drain answers, and what `report.json` holds. Durations in ms, times in ms since the epoch. */
export interface Report {
  readonly version: 1;
  readonly session: Session;
  readonly endedAt: number;
  readonly topologies: readonly ReportedTopology[];
  readonly collections: readonly CollectionRecord[];
  /** How many were removed so long ago that only their figures are kept; these count in all totals. */
  readonly earlier: { readonly topologies: number; readonly collections: number };
  /** Members that are gone. */
  readonly removed: MemberCounts;
  readonly leaks: readonly Leak[];
  /** Why the engine could not be asked whether anything is left; absent where it confirmed. */
  readonly unconfirmed?: string;
  /** What of the spool was not taken, and why. */
  readonly rejected: readonly Rejection[];
  /** What tests waited for the answers to their submissions. */
  readonly submissionMs: number;
  readonly drainMs: number;
  /** What one by one would have taken, at the least. */
  readonly oneByOneMs: number;
  /** The inputs in force, by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

const latest = (times: readonly (number | undefined)[]): number | undefined =>
  times.length === 0 || times.includes(undefined) ? undefined : Math.max(...(times as number[]));

function reportTopology(topology: Topology): ReportedTopology {
  const present = topology.members.filter(({ state }) => state !== 'absent');
  const containers = present.filter(({ kind }) => kind === 'container');
  const stoppedAt = latest(containers.map((member) => member.stoppedAt ?? member.removedAt));
  const removedAt = latest(present.map((member) => member.removedAt));
  const names = (members: readonly Member[]): string[] => members.map(({ name }) => name);
  return {
    id: topology.id,
    name: topology.name,
    state: topologyState(topology),
    submittedAt: topology.submittedAt,
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(removedAt !== undefined && { removedAt }),
    members: countMembers(present),
    ignoredStop: names(containers.filter((member) => ignoredStop(member, graceOf(topology, member)))),
    absent: names(topology.members.filter(({ state }) => state === 'absent')),
    kept: names(present.filter(isKept)),
    logs: containers.flatMap(({ name, savedLog }) => (savedLog ? { container: name, ...savedLog } : [])),
  };
}

/** What is said of a session besides its events. */
export interface ReportContext {
  readonly endedAt: number;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Tells what was collected, when, why, and what it saved. */
export function buildReport(ledger: Ledger, context: ReportContext): Report {
  const { session, history } = ledger;
  if (session === undefined) throw new Error('a ledger without a session has nothing to report');
  const topologies = [...ledger.topologies.values()];
  return {
    version: 1,
    session,
    endedAt: context.endedAt,
    topologies: topologies.map(reportTopology),
    collections: ledger.collections,
    removed: addCounts(history.removed, countRemoved(topologies)),
    earlier: { topologies: history.topologies, collections: history.collections },
    leaks: ledger.outcome?.leaks ?? [],
    ...(ledger.outcome?.unconfirmed !== undefined && { unconfirmed: ledger.outcome.unconfirmed }),
    rejected: ledger.rejected,
    submissionMs: ledger.submissionMs,
    drainMs: ledger.drainMs,
    oneByOneMs: history.oneByOneMs + oneByOneMs(topologies),
    inputs: context.inputs,
  };
}

/** Whether anything is left, or that is not known. */
export const isLeaking = ({ leaks, unconfirmed }: Report): boolean =>
  leaks.length > 0 || unconfirmed !== undefined;

/** What the agent saved, in ms: one by one less what was waited for; never less than 0. */
export const savedMs = ({ oneByOneMs: oneByOne, submissionMs, drainMs }: Report, postMs = drainMs): number =>
  Math.max(0, oneByOne - submissionMs - postMs);
