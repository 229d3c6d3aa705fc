import type { Leak } from '../leaks/leak.ts';
import { countRemoved } from '../ledger/history.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { addCounts, type CollectionRecord, type MemberCounts } from '../removal/collection.ts';
import type { Session } from '../session.ts';
import type { LeftStrays } from '../strays/stray.ts';
import type { Lease } from '../topology/lease.ts';
import type { Rejection } from '../topology/spooled.ts';
import type { Member, TopologyId } from '../topology/topology.ts';
import type { LeftMember } from '../topology/untaken.ts';
import { reportTopologies } from './report-topologies.ts';
import { NO_READINGS, type ReportedReadings } from './reported-readings.ts';
import type { ReportedTopology } from './reported-topology.ts';
import type { SweptSession } from './swept.ts';
import { oneByOneMs } from './time-saved.ts';
import { type ReportedNode, unconfirmedNodes } from './unconfirmed-nodes.ts';

/** The answer of a drain, and the content of `report.json`. Durations in ms, times in ms since the epoch. */
export interface Report {
  readonly version: 1;
  readonly session: Session;
  readonly endedAt: number;
  readonly topologies: readonly ReportedTopology[];
  readonly collections: readonly CollectionRecord[];
  readonly readings: ReportedReadings;
  /** The number of topologies that were removed so long ago that only their figures are kept; they count in all totals. */
  readonly earlier: { readonly topologies: number; readonly collections: number };
  /** Members that are gone. */
  readonly removed: MemberCounts;
  readonly leaks: readonly Leak[];
  /** Why the engine or the spool could not confirm whether anything is left; absent if it is confirmed. */
  readonly unconfirmed?: string;
  /** Nodes of a Swarm on which containers of services may be left: neither a leak nor a success; absent if there are none. */
  readonly nodes?: readonly ReportedNode[];
  /**
   * What was made on the engine during the session, was not handed over, and is still there; absent if there is none, or
   * nobody has looked.
   */
  readonly strays?: LeftStrays;
  /** Hand-overs that were not taken as they were: files of the spool, and submissions from clients. */
  readonly rejected: readonly Rejection[];
  /** Named members that belong to somebody else and stay; absent if there are none. */
  readonly left?: readonly ReportedLeft[];
  /** What is leased and was left alone, as it is in use; absent if there is nothing. */
  readonly leased?: readonly ReportedLease[];
  /** The members that dead agents left on this host, and the result of their sweep; absent if there are none. */
  readonly swept?: readonly SweptSession[];
  /** The time that tests waited for answers to their submissions. */
  readonly submissionMs: number;
  readonly drainMs: number;
  /** The least time that teardown one by one would have taken. */
  readonly oneByOneMs: number;
  /** The inputs in force, by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** A member that was named for a topology, belongs to somebody else and stays. */
export interface ReportedLeft extends LeftMember {
  readonly topology: TopologyId;
}

/** A topology that is in use. */
export interface ReportedLease {
  readonly topology: TopologyId;
  readonly name: string;
  /** When its time to live is over, in ms since the epoch; absent if a process or a connection holds it. */
  readonly endsAt?: number;
}

/** A finding from the figures of a report, and the input that would improve it. */
export interface Advice {
  /** The finding, as the beginning of a sentence: `12 containers of nginx ran …`. */
  readonly finding: string;
  readonly input: string;
  readonly value: string;
  /** The effect of the input. */
  readonly effect: string;
}

/** The facts about a session that its events do not contain. */
export interface ReportContext {
  readonly endedAt: number;
  readonly readings?: ReportedReadings;
  /** How far the clock of a member's engine is ahead of this host's, in ms; 0 by default. */
  readonly aheadMs?: (member: Member) => number;
  /** When the time to live of a lease is over. */
  readonly endOfLease?: (lease: Lease) => number | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly swept?: readonly SweptSession[];
}

function leftOf({ untaken }: Ledger): Pick<Report, 'left'> {
  const left = untaken.flatMap(({ topology, left }) => left.map((member) => ({ topology, ...member })));
  return left.length > 0 ? { left } : {};
}

/** A lease that should have ended is a leak, and not in use. */
function leasedOf({ leases, outcome }: Ledger, { endOfLease }: ReportContext): Pick<Report, 'leased'> {
  const leaked = new Set(outcome?.leaks.map(({ topology }) => topology));
  const leased = [...leases.values()]
    .filter(({ id }) => !leaked.has(id))
    .map((lease) => {
      const endsAt = endOfLease?.(lease);
      return { topology: lease.id, name: lease.name, ...(endsAt !== undefined && { endsAt }) };
    });
  return leased.length > 0 ? { leased } : {};
}

/** Summarizes what was collected, when and why, and how much time that saved. */
export function buildReport(ledger: Ledger, context: ReportContext): Report {
  const { session, history } = ledger;
  if (session === undefined) throw new Error('a ledger without a session has nothing to report');
  const topologies = [...ledger.topologies.values()];
  const nodes = [...unconfirmedNodes(topologies), ...(ledger.outcome?.nodes ?? [])];
  return {
    version: 1,
    session,
    endedAt: context.endedAt,
    topologies: reportTopologies(topologies, context.aheadMs ?? (() => 0)),
    collections: ledger.collections,
    readings: context.readings ?? NO_READINGS,
    removed: addCounts(history.removed, countRemoved(topologies)),
    earlier: { topologies: history.topologies, collections: history.collections },
    leaks: ledger.outcome?.leaks ?? [],
    ...(ledger.outcome?.unconfirmed !== undefined && { unconfirmed: ledger.outcome.unconfirmed }),
    ...(nodes.length > 0 && { nodes }),
    ...(ledger.outcome?.strays !== undefined && { strays: ledger.outcome.strays }),
    rejected: ledger.rejected,
    ...leftOf(ledger),
    ...leasedOf(ledger, context),
    ...(context.swept !== undefined && context.swept.length > 0 && { swept: context.swept }),
    submissionMs: ledger.submissionMs,
    drainMs: ledger.drainMs,
    oneByOneMs: history.oneByOneMs + oneByOneMs(topologies),
    inputs: context.inputs,
  };
}

/** Whether anything that was handed over is left, or whether that is unknown. */
export const isLeaking = ({ leaks, unconfirmed }: Report): boolean =>
  leaks.length > 0 || unconfirmed !== undefined;

/** Whether the engine confirmed that nothing is left: no leak and no stray. */
export const isAllGone = (report: Report): boolean => !isLeaking(report) && report.strays === undefined;

/** Whether the job fails for its strays, whatever leaks do to it. */
export const isFailedByStrays = ({ strays }: Report): boolean => strays?.isFailure === true;

/** The time that the agent saved, in ms: teardown one by one minus the time waited; never less than 0. */
export const savedMs = ({ oneByOneMs: oneByOne, submissionMs, drainMs }: Report, postMs = drainMs): number =>
  Math.max(0, oneByOne - submissionMs - postMs);
