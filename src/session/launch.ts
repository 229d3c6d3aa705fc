import { thereBefore } from '../adapters/docker/starting/there-before.ts';
import { startAgent } from '../adapters/process/agent-process.ts';
import { identifyProcess } from '../adapters/process/process-identity.ts';
import type { EngineIdentity } from '../domain/engine.ts';
import type { Guarded } from '../domain/protection/guarded.ts';
import { parseSettings } from '../domain/settings.ts';
import { bundle, makeWorkplace, type Workplace } from './workplace.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long an agent may take to answer, in ms. */
export const READY_MS = 20_000;

interface LaunchOptions {
  readonly workplace: Workplace;
  readonly engine: EngineIdentity;
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  /** The folder whose file system counts beside the engine's. */
  readonly workspace: string;
  /** Whether the agent belongs to this process, and drains when this process is gone. */
  readonly isOwned?: boolean;
  readonly env: Environment;
}

/**
 * Makes the folders, which only their owner can enter, writes down what a successor would need, starts the agent, and
 * resolves once it answers.
 * @throws TopoGcError `agent-failed`
 */
export async function launch({
  workplace,
  engine,
  inputs,
  guarded,
  workspace,
  isOwned = false,
  env,
}: LaunchOptions): Promise<void> {
  const { session, folder, socket, log, state } = workplace;
  const before = await thereBefore(engine, parseSettings(inputs).removeImages);
  await makeWorkplace(workplace, {
    version: 1,
    session: { id: session, startedAt: engine.time, engineId: engine.id },
    engine,
    inputs,
    guarded: { ...guarded, ...before },
    folder,
    socket,
    log,
    workspace,
    ...(isOwned && { owner: identifyProcess(process.pid) }),
  });
  await startAgent({ script: bundle('agent'), args: [state.path], env, log, timeoutMs: READY_MS });
}
