import { causeOf } from '../domain/cause-of.ts';
import { describeError } from '../domain/errors.ts';
import type { Clock, Log } from '../domain/ports.ts';
import { isDone, isSameMember, type Member, memberKey, type Topology } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import { UsedByOthers } from './network-holders.ts';

interface SettleParts {
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
}

/** The member as it is now; what a collection was given may be behind. */
export function currentMember({ ledger }: AgentState, topology: Topology, member: Member): Member {
  const known = ledger.topologies.get(topology.id)?.members;
  // Of two volumes that the engine can't tell apart, the last is the one that is not removed yet.
  return known?.findLast((other) => isSameMember(other, member)) ?? member;
}

/** Carries out a removal and records how it ended; never rejects, so that none that fails stops another. */
export async function settleRemoval(
  { state, clock, log }: SettleParts,
  topology: Topology,
  member: Member,
  remove: () => Promise<void>,
): Promise<void> {
  const event = { topology: topology.id, member: memberKey(member) };
  try {
    await remove();
    if (!isDone(currentMember(state, topology, member)))
      state.record({ type: 'removed', at: clock.now(), ...event });
  } catch (error) {
    if (error instanceof UsedByOthers && member.shared) {
      state.record({ type: 'kept', at: clock.now(), ...event, reason: error.message });
      return;
    }
    log.warn(`${member.kind} ${member.name} could not be removed`, { topology: topology.id, error });
    state.record({
      type: 'failed',
      at: clock.now(),
      ...event,
      error: describeError(error),
      cause: causeOf(error),
    });
  }
}
