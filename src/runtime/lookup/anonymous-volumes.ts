import { describeError } from '../../domain/errors.ts';
import { isAnonymous } from '../../domain/kinds/mount-below.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { ResolvedMember, ResolvedOf } from '../../domain/protection/protection.ts';
import { type MemberKey, type MemberOf, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { UntakenRef } from '../../domain/topology/untaken.ts';
import type { AgentState } from '../agent-state.ts';
import type { Ownership } from './ownership.ts';
import type { MemberSource } from './resolve.ts';

/**
 * The unnamed volumes that containers have mounted and that are not yet members. Each goes when it has no more users:
 * with its container, or after it if that container has it from another one. A volume that belongs to somebody else is
 * taken as `foreign`: it is named and never removed. The agent looks again later at what it can't look up.
 */
export async function anonymousVolumes(
  members: readonly ResolvedMember[],
  source: Pick<MemberSource, 'at'>,
  ownership: Pick<Ownership, 'foreign'>,
): Promise<{ readonly volumes: ResolvedOf<'volume'>[]; readonly unresolved: UntakenRef[] }> {
  const named = new Set(members.map(memberKey));
  const mounted = new Map<MemberKey, { readonly volume: string; readonly container: ResolvedMember }>();
  for (const container of members.filter((member) => member.kind === 'container'))
    for (const volume of container.volumes ?? []) {
      const { site } = container;
      const key = memberKey({ kind: 'volume', id: volume, ...(site !== undefined && { site }) });
      if (isAnonymous(volume) && !named.has(key)) mounted.set(key, { volume, container });
    }
  const found = await Promise.all(
    [...mounted.values()].map(({ volume, container }) => lookUp(volume, container, source)),
  );
  const known = found.flatMap(({ volume }) => volume ?? []);
  const refusals = await ownership.foreign(known);
  const volumes = known.map((volume) => {
    const refusal = refusals.find(({ member }) => member === volume);
    return refusal === undefined ? volume : { ...volume, foreign: refusal.fault.detail };
  });
  return { volumes, unresolved: found.flatMap(({ unresolved }) => unresolved ?? []) };
}

async function lookUp(
  name: string,
  { field, site }: ResolvedMember,
  source: Pick<MemberSource, 'at'>,
): Promise<{ readonly volume?: ResolvedOf<'volume'>; readonly unresolved?: UntakenRef }> {
  const about = {
    kind: 'volume',
    ref: name,
    field,
    shared: true,
    ...(site !== undefined && { site }),
  } as const;
  try {
    const found = await source.at(site).find('volume', name);
    return found === undefined ? {} : { volume: { ...found, ...about, id: name, name } };
  } catch (error) {
    // The agent takes the container anyway: the container takes its own volume with it.
    return { unresolved: { ...about, error: describeError(error) } };
  }
}

/** Leaves such a volume, and logs why, if it must not be removed; `true` if so. */
export function keepForeign(
  { state, clock, log }: { readonly state: AgentState; readonly clock: Clock; readonly log: Log },
  topology: Topology,
  member: MemberOf<'volume'>,
): boolean {
  if (member.foreign === undefined) return false;
  log.info(`volume ${member.name} is left: ${member.foreign}`, { topology: topology.id });
  const event = { topology: topology.id, member: memberKey(member) };
  state.record({ type: 'kept', at: clock.now(), ...event, reason: member.foreign });
  return true;
}
