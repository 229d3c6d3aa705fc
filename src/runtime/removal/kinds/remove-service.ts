import { isDone } from '../../../domain/topology/topology.ts';
import { currentMember } from '../../current-member.ts';
import { unlessAborted } from '../../engine-retry.ts';
import type { Remover } from './remover.ts';

/** A service's stop is its removal: it ends when the containers of its tasks are gone. */
export const removeService: Remover<'service'> = async (
  { state, stops, requests },
  { topology, member, limit: { signal } },
) => {
  const now = currentMember(state, topology, member);
  if (!isDone(now) && now.stoppedAt === undefined) {
    const stopped = stops.stop(topology, member);
    // The kill of all that runs may have come before this stop.
    if (requests.isForced) await stops.kill(new Set([member.id]));
    await unlessAborted(stopped, signal);
  }
  if (!isDone(currentMember(state, topology, member))) await requests.ask(topology, member, signal);
};
