import { getExecOutput } from '@actions/exec';
import { engineCandidates } from '../adapters/docker/engine-address.ts';
import { findEngine } from '../adapters/docker/find-engine.ts';
import type { EngineIdentity } from '../domain/ports.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `docker` says of its current context; `undefined` where there is no such command, or it does not know. */
async function contextHost(): Promise<string | undefined> {
  try {
    const format = '{{.Endpoints.docker.Host}}';
    const { exitCode, stdout } = await getExecOutput('docker', ['context', 'inspect', '--format', format], {
      silent: true,
      ignoreReturnCode: true,
    });
    return exitCode === 0 ? stdout.trim() || undefined : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Finds the engine that was asked for, or where Docker's own clients would.
 * @throws TopoGcError `engine-not-found` with what was tried and what to do
 */
export async function locateEngine(
  dockerHost: string | undefined,
  env: Environment,
): Promise<EngineIdentity> {
  const asked = dockerHost !== undefined || Boolean(env.DOCKER_HOST);
  const context = asked ? undefined : await contextHost();
  const candidates = engineCandidates({
    env,
    ...(dockerHost !== undefined && { dockerHost }),
    ...(context !== undefined && { contextHost: context }),
  });
  return (await findEngine(candidates)).identity;
}
