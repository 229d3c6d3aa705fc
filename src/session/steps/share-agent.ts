import { save } from '../../adapters/github/saved-state.ts';
import { info, warning } from '../../adapters/github/step-output.ts';
import { AgentClient } from '../../adapters/ipc/agent-client.ts';
import { TopoGcError } from '../../domain/errors.ts';
import type { Status } from '../../protocol/agent-service.ts';
import { fromEnvironment } from '../../protocol/environment.ts';
import { reviveAgent } from '../revive.ts';
import { setOutputs } from './publish.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the agent of an earlier use may take to answer, in ms. */
const SHARED_MS = 2_000;

/** Joins the agent of an earlier use in this job, if one answers. Only that use's post step drains. */
export async function shareAgent(
  inputs: Readonly<Record<string, string>>,
  env: Environment,
): Promise<boolean> {
  const { socket, folder, session } = fromEnvironment(env);
  if (socket === undefined || folder === undefined || session === undefined) return false;
  const client = new AgentClient(socket);
  try {
    const status = await client.get<Status>('/v1/status', { timeoutMs: SHARED_MS });
    save('isShared', true);
    warnOfDifferences(status.inputs, inputs);
    setOutputs({ socket, folder, session });
    info(`The agent of an earlier use answers at ${socket} and is shared`);
    return true;
  } catch (error) {
    if (!(error instanceof TopoGcError) || error.code !== 'agent-not-found') throw error;
    if (!(await reviveAgent(folder, env))) {
      info(`${error.message}: a new one is started`);
      return false;
    }
    save('isShared', true);
    setOutputs({ socket, folder, session });
    warning(`The agent of an earlier use in this job was dead; it goes on from its journal at ${socket}`);
    return true;
  } finally {
    client.close();
  }
}

function warnOfDifferences(theirs: Status['inputs'], ours: Status['inputs']): void {
  const differences = Object.entries(ours)
    .filter(([name, value]) => theirs[name] !== value)
    .map(([name, value]) => `${name} is "${theirs[name]}", not "${value}"`);
  if (differences.length > 0)
    warning(
      `The agent of an earlier use in this job is shared, and keeps its inputs: ${differences.join('; ')}`,
    );
}
