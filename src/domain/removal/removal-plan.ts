import { kindOf, MEMBER_KINDS, type MemberKind } from '../kinds/kinds.ts';
import { isDone, type Member, type MemberKey, memberKey, type Topology } from '../topology/topology.ts';

/** For each held object, the members that hold it and must exit before it can go. */
export type Holding = ReadonlyMap<MemberKey, readonly Member[]>;

/** One member to remove, and what it waits for. */
export interface RemovalStep {
  readonly member: Member;
  /** The members that must exit first. */
  readonly holders: readonly Member[];
}

/** The rest of a topology, in the order in which removals begin: each member comes after the members that it waits for. */
export type RemovalPlan = readonly RemovalStep[];

const kindsBefore = (kind: MemberKind): readonly MemberKind[] =>
  MEMBER_KINDS.filter((other) => kindOf(kind).goesAfter.includes(other));

/** The number of removal phases before the phase of a kind. */
const phaseOf = (kind: MemberKind): number =>
  Math.max(0, ...kindsBefore(kind).map((before) => phaseOf(before) + 1));

/** All kinds, ordered so that each comes after the kinds that must go first. */
export const KINDS_IN_PHASES: readonly MemberKind[] = [...MEMBER_KINDS].sort(
  (a, b) => phaseOf(a) - phaseOf(b),
);

const GONE_BEFORE: ReadonlyMap<MemberKind, readonly MemberKind[]> = new Map(
  MEMBER_KINDS.map((kind) => [kind, kindOf(kind).beginsOnce === 'gone' ? kindsBefore(kind) : []]),
);

/** Kinds whose members must be gone, in the same topology, before members of a kind can go. */
export const goneBefore = (kind: MemberKind): readonly MemberKind[] => GONE_BEFORE.get(kind) ?? [];

const remaining = ({ members }: Topology): Member[] => members.filter((member) => !isDone(member));

/** The objects that members of all pending topologies hold, because a network may join several topologies. */
export function holding(pending: readonly Topology[]): Holding {
  const byHeld = new Map<MemberKey, Member[]>();
  for (const member of pending.flatMap(remaining)) {
    for (const held of kindOf(member.kind).holds?.(member) ?? []) {
      const key = memberKey({ ...held, ...(member.site && { site: member.site }) } as Member);
      const holders = byHeld.get(key);
      if (holders === undefined) byHeld.set(key, [member]);
      else holders.push(member);
    }
  }
  return byHeld;
}

export function planRemoval(topology: Topology, held: Holding): RemovalPlan {
  const left = remaining(topology);
  const holdersOf = (member: Member) => {
    const { beginsOnce, goesAfter } = kindOf(member.kind);
    if (beginsOnce !== 'exited') return [];
    return (held.get(memberKey(member)) ?? []).filter(({ kind }) => goesAfter.includes(kind));
  };
  return KINDS_IN_PHASES.flatMap((kind) => left.filter((member) => member.kind === kind)).map((member) => ({
    member,
    holders: holdersOf(member),
  }));
}

/** The part of a plan that can go at once: nothing that still has to stop, and nothing that failed before. */
export function withoutWaiting(plan: RemovalPlan): RemovalPlan {
  /** Kinds that have a member that must wait, by engine. */
  const waiting = new Set<string>();
  return plan.filter(({ member, holders }) => {
    const isReady =
      member.state === 'stopped' &&
      kindOf(member.kind).goesInOrder !== true &&
      holders.every(({ stoppedAt }) => stoppedAt !== undefined) &&
      !goneBefore(member.kind).some((kind) => waiting.has(`${member.site} ${kind}`));
    if (!isReady) waiting.add(`${member.site} ${member.kind}`);
    return isReady;
  });
}

/** The most topologies at once while the CPUs are idle: a test that begins meanwhile soon has the CPUs for itself. */
const IDLE_BATCH = 4;

/** The oldest topologies that have something to remove at once. */
export function idleBatch(pending: readonly Topology[]): Topology[] {
  const held = holding(pending);
  return pending
    .filter((topology) => withoutWaiting(planRemoval(topology, held)).length > 0)
    .slice(0, IDLE_BATCH);
}
