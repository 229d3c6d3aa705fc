import type { SiteName } from '../../domain/engine.ts';
import { isHostKind, kindOf, type MemberKind } from '../../domain/kinds/kinds.ts';
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

/** What members of one kind wait for: removals on their own engine; for a member on the host, on all engines. */
class Ended {
  readonly #removals = new Map<MemberKind, { readonly site: SiteName | undefined; over: Promise<void> }[]>();

  add(kind: MemberKind, site: SiteName | undefined, over: Promise<void>): void {
    const known = this.#removals.get(kind);
    if (known === undefined) this.#removals.set(kind, [{ site, over }]);
    else known.push({ site, over });
  }

  /** The removals that a kind's members wait for on an engine. */
  before(kind: MemberKind, site: SiteName | undefined): Promise<void>[] {
    return goneBefore(kind).flatMap((other) =>
      (this.#removals.get(other) ?? [])
        .filter((removal) => isHostKind(kind) || removal.site === site)
        .map(({ over }) => over),
    );
  }

  all(): Promise<void>[] {
    return [...this.#removals.values()].flatMap((removals) => removals.map(({ over }) => over));
  }
}

/**
 * Carries plans out, kind by kind, in order: each member goes as soon as all that it waits for is settled. Never
 * rejects.
 */
export async function carryOut({ planned, removals, limits, tally }: Collecting): Promise<void> {
  const going = planned.map((each) => ({ ...each, ended: new Ended() }));
  for (const kind of KINDS_IN_PHASES) {
    const waits = goneBefore(kind).length > 0;
    const goneAt = new Map<SiteName | undefined, Promise<unknown>>();
    const othersGoneAt = (site: SiteName | undefined): Promise<unknown> => {
      const gone = goneAt.get(site) ?? Promise.all(going.flatMap(({ ended }) => ended.before(kind, site)));
      goneAt.set(site, gone);
      return gone;
    };
    for (const { topology, plan, ended } of going) {
      const limit = kindOf(kind).goesAfter.length > 0 ? limits.ofAll : limits.of(topology);
      const remove = async ({ member, holders }: RemovalStep) => {
        const othersGone = othersGoneAt(member.site);
        if (waits) await Promise.all(ended.before(kind, member.site));
        await tally.follow(
          topology,
          member,
          removals.remove({ topology, member, holders, othersGone, limit }),
        );
      };
      for (const step of plan) if (step.member.kind === kind) ended.add(kind, step.member.site, remove(step));
    }
  }
  await Promise.all(going.flatMap(({ ended }) => ended.all()));
}
