import { getExecOutput } from '@actions/exec';
import { engineCandidates } from '../adapters/docker/connection/engine-address.ts';
import { readContext } from '../adapters/docker/starting/docker-context.ts';
import { findEngine } from '../adapters/docker/starting/find-engine.ts';
import type { EngineEndpoint, EngineIdentity } from '../domain/engine.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The engine of the current docker context; `undefined` if there is no `docker` command, or it names no engine. */
async function currentContext(): Promise<EngineEndpoint | undefined> {
  const options = { silent: true, ignoreReturnCode: true };
  const answer = await getExecOutput('docker', ['context', 'inspect'], options).catch(() => undefined);
  return answer?.exitCode === 0 ? readContext(answer.stdout) : undefined;
}

/**
 * Finds the requested engine, or the one that Docker's own clients would use.
 * @throws TopoGcError `engine-not-found` with what was tried and what to do
 */
export async function locateEngine(
  dockerHost: string | undefined,
  env: Environment,
): Promise<EngineIdentity> {
  const asked = dockerHost !== undefined || Boolean(env.DOCKER_HOST);
  const context = asked ? undefined : await currentContext();
  const candidates = engineCandidates({
    env,
    ...(dockerHost !== undefined && { dockerHost }),
    ...(context !== undefined && { context }),
  });
  return (await findEngine(candidates)).identity;
}
