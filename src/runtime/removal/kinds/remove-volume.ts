import type { Engine, EngineMember } from '../../../domain/engine.ts';
import { isStillVolume } from '../../../domain/kinds/volume.ts';
import { LeakError } from '../../../domain/leaks/leak-cause.ts';
import { isDone, memberKey } from '../../../domain/topology/topology.ts';
import { currentMember } from '../../current-member.ts';
import { retryEngine, unlessAborted } from '../../engine-retry.ts';
import { keepForeign } from '../../lookup/anonymous-volumes.ts';
import { GONE } from '../removals-under-way.ts';
import { UsedByOthers } from './network-holders.ts';
import { hasFault, type Removal, type RemovalParts, type Remover } from './remover.ts';

const mayBeAnother = ({ createdAt = 'an unknown time' }: EngineMember): string =>
  `it was made anew, or written to, at ${createdAt}, while nobody listened to the engine: it is not known whose it is`;

/**
 * Removes a volume, unless its name was reused: that volume belongs to somebody else. A user of the volume may be in
 * another topology, so the agent retries once when the others are gone.
 */
export const removeVolume: Remover<'volume'> = async (parts, removal) => {
  const { engine, inventory, state, requests, mountGuard } = parts;
  const { topology, member, othersGone, limit } = removal;
  const { signal } = limit;
  const unlessInUse = async (error: unknown) => {
    throw hasFault(error, 'in-use') ? await usedBy(engine.at(member.site), member.id, error) : error;
  };
  const found = await retryEngine(() => engine.at(member.site).find('volume', member.id), signal);
  const takenAt = topology.leasedAt ?? member.submittedAt;
  const isSame = found && isStillVolume(found, member, inventory.hasHeardSince(takenAt, member));
  if (found === undefined || isSame === false || isDone(currentMember(state, topology, member))) return GONE;
  if (keepForeign(parts, topology, member)) return GONE;
  if (isSame === undefined) return leave(parts, removal, mayBeAnother(found));
  const remove = async () => {
    await mountGuard.checkVolume(member, found.place);
    return requests.ask(topology, member, signal);
  };
  try {
    return await remove();
  } catch (error) {
    if (!hasFault(error, 'in-use')) throw error;
    await unlessAborted(othersGone, signal).catch(() => unlessInUse(error));
    return await remove().catch(unlessInUse);
  }
};

/**
 * Once the job is over, the volume more likely belongs to the next job: then it is reported. @throws LeakError if the
 * job is not over
 */
function leave(
  { state, clock, log, predecessor }: RemovalParts,
  { topology, member }: Removal<'volume'>,
  why: string,
): void {
  if (!predecessor?.isJobOver) throw new LeakError('unsure', why);
  log.warn(`volume ${member.name} is left: ${why}`, { topology: topology.id });
  const event = { topology: topology.id, member: memberKey(member) };
  state.record({ type: 'kept', at: clock.now(), ...event, reason: why });
}

/** The error for a volume in use: it names the containers that have it mounted, if the engine tells them. */
async function usedBy(
  engine: Pick<Engine, 'volumeUsers'>,
  volume: string,
  error: Error,
): Promise<UsedByOthers> {
  const names = await engine.volumeUsers(volume).catch(() => []);
  return new UsedByOthers(
    error,
    names.map((name) => ({ id: name, name })),
  );
}
