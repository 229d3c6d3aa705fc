import { pendingTopologies } from '../domain/ledger.ts';
import type { Clock } from '../domain/ports.ts';
import { isDone, memberKey } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';

/**
 * Takes note that a volume is gone, whoever has removed it. Its name may be taken anew at once, and times of whole seconds could
 * not tell the two apart.
 */
export function volumeGone(
  { state, clock }: { readonly state: AgentState; readonly clock: Clock },
  name: string,
): void {
  const member = memberKey({ kind: 'volume', id: name });
  for (const { id, members } of pendingTopologies(state.ledger))
    if (members.some((each) => memberKey(each) === member && !isDone(each)))
      state.record({ type: 'removed', at: clock.now(), topology: id, member });
}
