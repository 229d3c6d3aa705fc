import { kindOf, type MemberKind } from '../../domain/kinds/kinds.ts';
import type { Clock } from '../../domain/ports.ts';
import { goneBefore, KINDS_IN_PHASES, type RemovalStep } from '../../domain/removal/removal-plan.ts';
import { graceOf, isDone, type Topology } from '../../domain/topology/topology.ts';
import type { CollectionTally, PlannedTopology } from './collection-tally.ts';
import type { RemovalLimit } from './patient-removal.ts';
import type { Removals } from './removals.ts';

/** How long a member may take beyond its grace, in ms, in a collection without an end of its own. */
const MEMBER_MS = 120_000;

const longestGraceMs = (topologies: readonly Topology[]): number =>
  topologies
    .flatMap((topology) => topology.members.map((member) => (isDone(member) ? 0 : graceOf(topology, member))))
    .reduce((longest, grace) => Math.max(longest, grace), 0);

/** How long a topology's members may take, and those that also wait for other topologies' members. */
export interface Limits {
  readonly of: (topology: Topology) => RemovalLimit;
  readonly ofAll: RemovalLimit;
}

/**
 * Each member's own limit, so that none gets another topology's grace; what waits for others gets the longest of all.
 */
export function limitsFor(
  pending: readonly Topology[],
  { signal, isPatient = false }: Partial<RemovalLimit>,
  clock: Clock,
): Limits {
  if (signal !== undefined) {
    const limit = { signal, isPatient };
    return { of: () => limit, ofAll: limit };
  }
  const byGrace = new Map<number, RemovalLimit>();
  const within = (graceMs: number): RemovalLimit => {
    const limit = byGrace.get(graceMs) ?? { signal: clock.timeout(MEMBER_MS + graceMs), isPatient };
    byGrace.set(graceMs, limit);
    return limit;
  };
  return { of: (topology) => within(longestGraceMs([topology])), ofAll: within(longestGraceMs(pending)) };
}

interface Collecting {
  readonly planned: readonly PlannedTopology[];
  readonly removals: Removals;
  readonly limits: Limits;
  readonly tally: CollectionTally;
}

/**
 * Carries plans out, kind by kind, in order: each member goes as soon as all that it waits for is settled. Never
 * rejects.
 */
export async function carryOut({ planned, removals, limits, tally }: Collecting): Promise<void> {
  const going = planned.map((each) => ({ ...each, ended: new Map<MemberKind, readonly Promise<void>[]>() }));
  for (const kind of KINDS_IN_PHASES) {
    const before = goneBefore(kind);
    const gone = ({ ended }: (typeof going)[number]) =>
      before.length > 0 ? Promise.all(before.flatMap((other) => ended.get(other) ?? [])) : undefined;
    const othersGone = Promise.all(going.map(gone));
    for (const each of going) {
      const { topology, plan, ended } = each;
      const limit = kindOf(kind).goesAfter.length > 0 ? limits.ofAll : limits.of(topology);
      const ownGone = gone(each);
      const remove = async ({ member, holders }: RemovalStep) => {
        if (ownGone !== undefined) await ownGone;
        await tally.follow(
          topology,
          member,
          removals.remove({ topology, member, holders, othersGone, limit }),
        );
      };
      ended.set(kind, plan.filter(({ member }) => member.kind === kind).map(remove));
    }
  }
  await Promise.all(going.flatMap(({ ended }) => [...ended.values()].flat()));
}
