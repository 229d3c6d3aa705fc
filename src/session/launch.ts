import { type FoundContainer, findContainer } from '../adapters/docker/starting/find-container.ts';
import { thereBefore } from '../adapters/docker/starting/there-before.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import { startAgent } from '../adapters/process/agent-process.ts';
import { ownContainerIds } from '../adapters/process/own-container-ids.ts';
import type { Guarded } from '../domain/protection/guarded.ts';
import type { Session } from '../domain/session.ts';
import { parseSettings } from '../domain/settings.ts';
import type { LocatedEngine, LocatedEngines } from './locate-engines.ts';
import { bundle, makeWorkplace, type Workplace } from './workplace.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long an agent may take to answer, in ms. */
export const READY_MS = 20_000;

interface LaunchOptions extends Pick<SessionFile, 'owner' | 'jobFolder'> {
  readonly workplace: Workplace;
  readonly engines: LocatedEngines;
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
  engines,
  inputs,
  guarded,
  workspace,
  owner,
  jobFolder,
  env,
}: LaunchOptions): Promise<void> {
  const { session, folder, socket, log, state } = workplace;
  const { removeImages } = parseSettings(inputs);
  const guardedOn = async ({ identity }: LocatedEngine): Promise<Guarded> => {
    const [before, own] = await Promise.all([
      thereBefore(identity, removeImages),
      findContainer(identity, ownContainerIds()),
    ]);
    return { ...withOwn(guarded, own), ...before };
  };
  const [first, ...others] = engines;
  const [guardedFirst, ...guardedOthers] = await Promise.all([guardedOn(first), ...others.map(guardedOn)]);
  const { identity: engine, name: engineName } = first;
  const further = others.flatMap(({ name, identity }, at) => {
    const theirs = guardedOthers[at];
    return name === undefined || theirs === undefined ? [] : [{ name, engine: identity, guarded: theirs }];
  });
  await makeWorkplace(workplace, {
    version: further.length > 0 ? 2 : 1,
    session: sessionOf(session, engines),
    engine,
    inputs,
    guarded: guardedFirst,
    ...(further.length > 0 && { engines: further, ...(engineName !== undefined && { engineName }) }),
    folder,
    socket,
    log,
    workspace,
    ...(owner !== undefined && { owner }),
    ...(jobFolder !== undefined && { jobFolder }),
  });
  await startAgent({ script: bundle('agent'), args: [state.path], env, log, timeoutMs: READY_MS });
}

/** The only engine of a session needs no name. */
const sessionOf = (id: string, engines: LocatedEngines): Session => ({
  id,
  startedAt: engines[0].identity.time,
  engineId: engines[0].identity.id,
  ...(engines.length > 1 && {
    engines: engines.map(({ name, identity }) => ({
      ...(name !== undefined && { name }),
      id: identity.id,
      host: identity.host,
    })),
  }),
});

/** Not all runners tell which container the job is in. */
function withOwn(guarded: Guarded, own: FoundContainer | undefined): Guarded {
  if (own === undefined) return guarded;
  return {
    ...guarded,
    containers: [...new Set([...guarded.containers, own.id])],
    networks: [...new Set([...guarded.networks, ...own.networks])],
  };
}
