import { submit } from '../client/submitting.ts';
import { describeError } from '../domain/errors.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { say } from './command.ts';

/**
 * Hands a topology over; `undefined` where it lies in the spool, as no agent answers. One that is dead is started anew.
 * @throws TopoGcError as `submit`
 */
export async function handOver(topology: TopologyBody): Promise<TopologyAnswer | undefined> {
  const taken = await submit(topology);
  if (taken.state !== 'spooled') return taken;
  say(`${describeError(taken.reason)}: ${taken.id} is in the spool, from where it will be taken`);
  await revive();
  return undefined;
}

/** Starts the agent anew where it is dead; where that fails, the drain does its work. */
async function revive(): Promise<void> {
  const { TOPO_GC_DIR } = process.env;
  if (!TOPO_GC_DIR) return;
  try {
    // Loaded only here: a submission that an agent takes needs none of it.
    const { reviveAgent } = await import(/* webpackChunkName: 'commands' */ '../session/revive.ts');
    if (await reviveAgent(TOPO_GC_DIR, process.env)) say('the agent was dead, and goes on from its journal');
  } catch (error) {
    say(describeError(error));
  }
}
