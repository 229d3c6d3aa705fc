import { isDone } from '../../../domain/topology/topology.ts';
import { currentMember } from '../../current-member.ts';
import { hasFault, type Remover } from './remover.ts';

/** How often something, such as a restart policy, may start a container again before the agent gives up its removal. */
const MOST_REVIVALS = 3;

/** Removes a container once it has stopped; one that runs again after that is stopped again, and removed by force. */
export const removeContainer: Remover<'container'> = async (
  parts,
  { topology, member, limit: { signal } },
) => {
  const { state, containerLogs, mountGuard, requests, stops } = parts;
  for (let revivals = 0; ; revivals++) {
    const hasStopped = revivals === 0 && currentMember(state, topology, member).stoppedAt !== undefined;
    if (!hasStopped && !requests.isForced) await requests.unlessForced(stops.stop(topology, member), signal);
    if (isDone(currentMember(state, topology, member))) return containerLogs.settled(member.id);
    try {
      await stops.turnOf(member, signal);
      return await requests.ask(topology, member, signal, {
        insists: revivals > 0,
        prepare: () => containerLogs.save(topology, member, requests.isForced),
        options: async () => ({ keepsVolumes: await mountGuard.isAbove(member) }),
      });
    } catch (error) {
      if (!hasFault(error, 'running') || revivals >= MOST_REVIVALS) throw error;
    }
  }
};
