import { type FoundContainer, findContainer } from '../adapters/docker/starting/find-container.ts';
import { thereBefore } from '../adapters/docker/starting/there-before.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import { startAgent } from '../adapters/process/agent-process.ts';
import { ownContainerIds } from '../adapters/process/own-container-ids.ts';
import type { EngineIdentity } from '../domain/engine.ts';
import type { Guarded } from '../domain/protection/guarded.ts';
import { parseSettings } from '../domain/settings.ts';
import { bundle, makeWorkplace, type Workplace } from './workplace.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long an agent may take to answer, in ms. */
export const READY_MS = 20_000;

interface LaunchOptions extends Pick<SessionFile, 'owner' | 'jobFolder'> {
  readonly workplace: Workplace;
  readonly engine: EngineIdentity;
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  /** The folder whose file system counts beside the engine's. */
  readonly workspace: string;
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
  owner,
  jobFolder,
  env,
}: LaunchOptions): Promise<void> {
  const { session, folder, socket, log, state } = workplace;
  const [before, own] = await Promise.all([
    thereBefore(engine, parseSettings(inputs).removeImages),
    findContainer(engine, ownContainerIds()),
  ]);
  await makeWorkplace(workplace, {
    version: 1,
    session: { id: session, startedAt: engine.time, engineId: engine.id },
    engine,
    inputs,
    guarded: { ...withOwn(guarded, own), ...before },
    folder,
    socket,
    log,
    workspace,
    ...(owner !== undefined && { owner }),
    ...(jobFolder !== undefined && { jobFolder }),
  });
  await startAgent({ script: bundle('agent'), args: [state.path], env, log, timeoutMs: READY_MS });
}

/** Not all runners tell which container the job is in. */
function withOwn(guarded: Guarded, own: FoundContainer | undefined): Guarded {
  if (own === undefined) return guarded;
  return {
    ...guarded,
    containers: [...new Set([...guarded.containers, own.id])],
    networks: [...new Set([...guarded.networks, ...own.networks])],
  };
}
