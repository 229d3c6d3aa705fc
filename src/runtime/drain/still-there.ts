import type { Engine, EngineMember } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { type HostKind, isEngineKind, isHostKind, kindOf } from '../../domain/kinds/kinds.ts';
import { type Leak, leakOf } from '../../domain/leaks/leak.ts';
import type { Clock, HostLeftovers } from '../../domain/ports.ts';
import { type Site, type Sites, siteOf } from '../../domain/site.ts';
import { serviceOfTask } from '../../domain/swarm.ts';
import { isKnownAs, isUnsure } from '../../domain/topology/known-member.ts';
import {
  isDone,
  isSameMember,
  type Member,
  type MemberKey,
  type MemberOf,
  memberKey,
  type Topology,
} from '../../domain/topology/topology.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { AgentState } from '../agent-state.ts';
import type { ContainerNetns } from '../lookup/container-netns.ts';

interface StillThereParts {
  readonly state: AgentState;
  readonly engine: Engine;
  readonly sites: Sites;
  readonly leftovers: HostLeftovers;
  readonly containerNetns: ContainerNetns;
  readonly clock: Clock;
  readonly predecessor?: Predecessor | undefined;
}

/** The members that one engine lists. */
export type Shown = ReadonlySet<MemberKey>;

/** A service is there as long as a container of its tasks is. */
export const shownBy = (listed: readonly EngineMember[]): Shown =>
  new Set(
    listed.flatMap((member) => {
      const id = serviceOfTask(member);
      const { site } = member;
      return id === undefined
        ? memberKey(member)
        : [memberKey(member), memberKey({ kind: 'service', id, ...(site && { site }) })];
    }),
  );

interface Asked {
  readonly topology: Topology;
  readonly member: Member;
}

const askedOf = ({ ledger }: AgentState, isMeant: (member: Member) => boolean): Asked[] =>
  [...ledger.topologies.values()].flatMap((topology) =>
    topology.members.filter(isMeant).map((member) => ({ topology, member })),
  );

/** `undefined` for a kind that the engine does not list. */
const isShown = (member: Member, shown: Shown): boolean | undefined =>
  isEngineKind(member.kind) ? shown.has(memberKey(member)) : undefined;

const leaksOf = async (leaks: readonly Promise<readonly Leak[]>[]): Promise<Leak[]> =>
  (await Promise.all(leaks)).flat();

function settle({ state, clock }: StillThereParts, { topology, member }: Asked): void {
  state.record({ type: 'removed', at: clock.now(), topology: topology.id, member: memberKey(member) });
}

/** A service may still have containers on nodes that the engine's lists do not show. */
const isElsewhere = (member: Member): boolean =>
  member.kind === 'service' && (member.tasks ?? []).some(({ isHere }) => !isHere);

const isAt = (member: Member, { name }: Site, { sites }: Pick<StillThereParts, 'sites'>): boolean =>
  isEngineKind(member.kind) && siteOf(sites, member).name === name;

/** A member that could not be removed and has since gone from its engine by itself counts as removed. */
export function settleGone(parts: StillThereParts, site: Site, shown: Shown): void {
  const gone = (member: Member) =>
    !isDone(member) && isAt(member, site, parts) && isShown(member, shown) === false && !isElsewhere(member);
  for (const asked of askedOf(parts.state, gone)) settle(parts, asked);
}

/**
 * Members that count as removed and that the engine still shows. If an id can be reused, the engine is asked for more.
 */
export function stillShown({ state, engine }: StillThereParts, shown: Shown): Promise<Leak[]> {
  const isSuspect = (member: Member) =>
    member.state === 'removed' && member.error === undefined && isShown(member, shown) === true;
  const leaks = askedOf(state, isSuspect).map(async ({ topology, member }) => {
    const { kind, id } = member;
    const about = kindOf(kind);
    if (about.isStill !== undefined) {
      const found = isEngineKind(kind) ? await engine.at(member.site).find(kind, id) : undefined;
      if (found === undefined || !about.isStill(found, member, false)) return [];
    }
    return [leakOf(topology, member, 'shown-after-removal', 'the engine still shows it after its removal')];
  });
  return leaksOf(leaks);
}

/**
 * What was named and not taken, as its owner is not known, if that engine still has that very thing and no client has
 * taken it since.
 */
export async function stillUnsure(parts: StillThereParts, site: Site): Promise<Leak[]> {
  const { state, engine, predecessor } = parts;
  // Once the job is over, it more likely belongs to the next job.
  if (predecessor?.isJobOver) return [];
  const topologies = [...state.ledger.topologies.values()];
  const isTaken = (member: Member) =>
    topologies.some(({ members }) => members.some((other) => isKnownAs(other, member)));
  const isMeant = (member: Member) => isAt(member, site, parts) && isUnsure(member) && !isTaken(member);
  const leaks = askedOf(state, isMeant).map(async ({ topology, member }) => {
    const found = isEngineKind(member.kind)
      ? await engine.at(member.site).find(member.kind, member.id)
      : undefined;
    if (found === undefined || !isSameMember(found, member)) return [];
    return [leakOf(topology, member, 'unsure', member.error ?? '')];
  });
  return leaksOf(leaks);
}

/**
 * Checks the members on the host. A member that could not be removed and has since gone by itself counts as removed. A
 * member that counts as removed and is still the same file is a leak.
 */
export async function stillOnHost(parts: StillThereParts): Promise<Leak[]> {
  const { state, containerNetns } = parts;
  const isMeant = (member: Member) =>
    isHostKind(member.kind) && (!isDone(member) || member.state === 'removed' || isUnsure(member));
  const leaks: Leak[] = [];
  for (const asked of askedOf(state, isMeant)) leaks.push(...(await onHost(parts, asked)));
  return [...leaks, ...(await containerNetns.leaks())];
}

async function onHost(parts: StillThereParts, asked: Asked): Promise<Leak[]> {
  const { topology, member } = asked;
  const isRemoved = member.state === 'removed';
  const isLeft = isUnsure(member);
  try {
    const isThere = await parts.leftovers.isThere(member as MemberOf<HostKind>);
    if (isLeft) return isThere ? [leakOf(topology, member, 'unsure', member.error ?? '')] : [];
    if (isThere && isRemoved)
      return [leakOf(topology, member, 'shown-after-removal', 'is still there after its removal')];
    if (!isThere && !isRemoved) settle(parts, asked);
    return [];
  } catch (error) {
    const why = `nobody can say whether it is gone: ${describeError(error)}`;
    return isRemoved || isLeft ? [leakOf(topology, member, 'failed', why)] : [];
  }
}
