import { describeError } from '../../domain/errors.ts';
import { type Leak, leakOf } from '../../domain/leaks/leak.ts';
import type { Clock, HostLeftovers } from '../../domain/ports.ts';
import { isUnsure } from '../../domain/topology/known-member.ts';
import { isDone, memberKey, membersOf } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import type { ContainerLinks } from '../lookup/container-links.ts';

interface VerifyHostParts {
  readonly state: AgentState;
  readonly leftovers: HostLeftovers;
  readonly containerLinks: ContainerLinks;
  readonly clock: Clock;
}

/**
 * Looks after the links and paths: what could not be removed and has gone by itself since counts as removed; what counts as
 * removed and is still the same file is a leak.
 */
export async function verifyHost({
  state,
  leftovers,
  containerLinks,
  clock,
}: VerifyHostParts): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const topology of state.ledger.topologies.values())
    for (const member of [...membersOf(topology, 'netns'), ...membersOf(topology, 'path')]) {
      const isRemoved = member.state === 'removed';
      const isLeft = isUnsure(member);
      if (isDone(member) && !isRemoved && !isLeft) continue;
      try {
        const isThere = await leftovers.isThere(member);
        if (isThere && isLeft) leaks.push(leakOf(topology, member, 'unsure', member.error ?? ''));
        if (isLeft) continue;
        if (isThere && isRemoved)
          leaks.push(leakOf(topology, member, 'shown-after-removal', 'is still there after its removal'));
        if (isThere || isRemoved) continue;
        const event = { topology: topology.id, member: memberKey(member) };
        state.record({ type: 'removed', at: clock.now(), ...event });
      } catch (error) {
        const why = `nobody can say whether it is gone: ${describeError(error)}`;
        if (isRemoved || isLeft) leaks.push(leakOf(topology, member, 'failed', why));
      }
    }
  return [...leaks, ...(await containerLinks.leaks())];
}
