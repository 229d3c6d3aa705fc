import type { DrainOutcome } from '../leaks/leak.ts';
import {
  addCounts,
  type CollectionRecord,
  countMembers,
  type MemberCounts,
  NO_MEMBERS,
  subtractCounts,
} from '../removal/collection.ts';
import type { Session } from '../session.ts';
import type { Lease } from '../topology/lease.ts';
import type { Rejection } from '../topology/spooled.ts';
import {
  identityOf,
  isDone,
  isPending,
  type Member,
  type Topology,
  type TopologyId,
} from '../topology/topology.ts';
import { MOST_UNTAKEN, type Untaken } from '../topology/untaken.ts';
import { type History, NO_HISTORY } from './history.ts';

/** Everything the agent knows: the journal's events, folded. */
export interface Ledger {
  session?: Session;
  /** In the order of their submission, the oldest first. */
  readonly topologies: Map<TopologyId, Topology>;
  readonly pending: Set<TopologyId>;
  /** The members of pending topologies that are not done. They are counted as they change: there may be many thousands. */
  left: MemberCounts;
  /** For each such member, the number of topologies that still have it. */
  readonly holders: Map<string, number>;
  /** Announced and still in use. */
  readonly leases: Map<TopologyId, Lease>;
  readonly collections: CollectionRecord[];
  /** The figures of topologies and collections that ended long ago. */
  history: History;
  /** The spool files, and the submissions from clients, that were not taken. */
  readonly rejected: Rejection[];
  /** The named members that were not taken. */
  readonly untaken: Untaken[];
  /** The number of further entries that are not kept. */
  untakenMore: number;
  /** The total duration of all submissions, in ms: the time that tests waited. */
  submissionMs: number;
  submissions: number;
  /** The beginning of the drain that is under way. */
  drainingSince?: number;
  /** The total duration of all drains, in ms. */
  drainMs: number;
  /** How the last drain ended. */
  outcome?: DrainOutcome;
}

export const emptyLedger = (): Ledger => ({
  topologies: new Map(),
  pending: new Set(),
  left: NO_MEMBERS,
  holders: new Map(),
  leases: new Map(),
  collections: [],
  history: NO_HISTORY,
  rejected: [],
  untaken: [],
  untakenMore: 0,
  submissionMs: 0,
  submissions: 0,
  drainMs: 0,
});

/**
 * Counts the remaining members of a topology, and no longer those of its earlier state. A member of several topologies
 * counts once.
 */
export function countAsLeft(ledger: Ledger, topology: Topology, before?: Topology): void {
  const { holders } = ledger;
  const leftOf = (members: readonly Member[] = []) => members.filter((member) => !isDone(member));
  const hold = (member: Member, more: number): number => {
    const key = identityOf(member);
    const count = (holders.get(key) ?? 0) + more;
    if (count > 0) holders.set(key, count);
    else holders.delete(key);
    return count;
  };
  const come = leftOf(topology.members).filter((member) => hold(member, 1) === 1);
  const gone = leftOf(before?.members).filter((member) => hold(member, -1) === 0);
  ledger.left = subtractCounts(addCounts(ledger.left, countMembers(come)), countMembers(gone));
}

/** Puts a topology into the ledger, and replaces its earlier state. */
export function putTopology(ledger: Ledger, topology: Topology): void {
  const before = ledger.topologies.get(topology.id);
  countAsLeft(ledger, topology, before);
  ledger.topologies.set(topology.id, topology);
  if (isPending(topology)) ledger.pending.add(topology.id);
  else ledger.pending.delete(topology.id);
}

/** Puts named members that were not taken into the ledger, and replaces their earlier rest. */
export function putUntaken(ledger: Ledger, untaken: Untaken): void {
  const at = ledger.untaken.findIndex(({ id }) => id === untaken.id);
  if (at >= 0) ledger.untaken[at] = untaken;
  else if (ledger.untaken.length < MOST_UNTAKEN) ledger.untaken.push(untaken);
  else ledger.untakenMore += 1;
}

/** The pending topologies, the oldest first. */
export const pendingTopologies = (ledger: Ledger): Topology[] =>
  [...ledger.pending].flatMap((id) => ledger.topologies.get(id) ?? []);

/** The topology that has been pending longest. */
export function oldestPending({ pending, topologies }: Ledger): Topology | undefined {
  const [first] = pending;
  return first === undefined ? undefined : topologies.get(first);
}
