import { describeError } from '../../domain/errors.ts';
import { isAnonymous } from '../../domain/kinds/mount-below.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { ResolvedMember, ResolvedOf } from '../../domain/protection/protection.ts';
import { type MemberOf, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { UntakenRef } from '../../domain/topology/untaken.ts';
import type { AgentState } from '../agent-state.ts';
import type { Ownership } from './ownership.ts';
import type { MemberSource } from './resolve.ts';

/**
 * The volumes without a name of their own that containers have mounted, and that are not among the members already. Each goes when
 * nobody uses it any more: with its container, or, where that has it from another one, behind it. What is somebody else's is
 * taken as `foreign`, so that it is named and never removed; what can't be looked up is looked at again later.
 */
export async function anonymousVolumes(
  members: readonly ResolvedMember[],
  source: Pick<MemberSource, 'find'>,
  ownership: Pick<Ownership, 'foreign'>,
): Promise<{ readonly volumes: ResolvedOf<'volume'>[]; readonly unresolved: UntakenRef[] }> {
  const named = new Set(members.flatMap(({ kind, id }) => (kind === 'volume' ? id : [])));
  const mounted = new Map<string, ResolvedMember>();
  for (const container of members.filter((member) => member.kind === 'container'))
    for (const volume of container.volumes ?? [])
      if (isAnonymous(volume) && !named.has(volume)) mounted.set(volume, container);
  const found = await Promise.all(
    [...mounted].map(([volume, container]) => lookUp(volume, container, source)),
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
  { field }: ResolvedMember,
  source: Pick<MemberSource, 'find'>,
): Promise<{ readonly volume?: ResolvedOf<'volume'>; readonly unresolved?: UntakenRef }> {
  const about = { kind: 'volume', ref: name, field, shared: true } as const;
  try {
    const found = await source.find('volume', name);
    return found === undefined ? {} : { volume: { ...found, ...about, id: name, name } };
  } catch (error) {
    // The container is taken all the same: it takes the volume with it where that is its own.
    return { unresolved: { ...about, error: describeError(error) } };
  }
}

/** Leaves such a volume, and says why, where it must not be removed; `true` where it is so. */
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
