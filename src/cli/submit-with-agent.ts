import { submit } from '../client/submitting.ts';
import { describeError } from '../domain/errors.ts';
import { fromEnvironment } from '../protocol/environment.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { say } from './command.ts';

/**
 * Hands a topology over; `undefined` if it went to the spool because no agent answers. A dead agent is started anew.
 * @throws TopoGcError as `submit`
 */
export async function handOver(topology: TopologyBody): Promise<TopologyAnswer | undefined> {
  const taken = await submit(topology);
  if (taken.state !== 'spooled') return taken;
  say(`${describeError(taken.reason)}: ${taken.id} is in the spool, from where it will be taken`);
  await reviveDead();
  return undefined;
}

/** Starts a dead agent anew; if that fails, the drain does its work. @returns whether it did */
export async function reviveDead(): Promise<boolean> {
  const { folder } = fromEnvironment(process.env);
  if (folder === undefined) return false;
  try {
    // Loaded only here: a submission that an agent takes does not need it.
    const { reviveAgent } = await import(/* webpackChunkName: 'commands' */ '../session/revive.ts');
    if (!(await reviveAgent(folder, process.env))) return false;
    say('the agent was dead, and goes on from its journal');
    return true;
  } catch (error) {
    say(describeError(error));
    return false;
  }
}
