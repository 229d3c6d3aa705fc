import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { BareEngine } from '../setting/bare-engine.ts';
import type { BuiltTopology } from '../setting/workload.ts';

const run = promisify(execFile);

/** The version of the `docker` command; undefined where there is none. */
export function dockerCommandVersion(): string | undefined {
  const { status, stdout } = spawnSync('docker', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** `docker rm -f` of all containers and then `docker network rm` of all networks, by the command itself. */
export async function forcedRemovalByCommand(
  host: string,
  topologies: readonly BuiltTopology[],
): Promise<void> {
  const env = { ...process.env, DOCKER_HOST: host };
  const { containers, networks } = flatten(topologies);
  await run('docker', ['rm', '--force', ...containers], { env });
  await run('docker', ['network', 'rm', ...networks], { env });
}

/** The requests that the command makes: all removals of containers at once, then one network after the other. */
export async function forcedRemovalByRequests(
  engine: BareEngine,
  topologies: readonly BuiltTopology[],
): Promise<void> {
  const { containers, networks } = flatten(topologies);
  await Promise.all(containers.map((id) => engine.ask('DELETE', `/containers/${id}?force=1`)));
  for (const id of networks) await engine.ask('DELETE', `/networks/${id}`);
}

const flatten = (topologies: readonly BuiltTopology[]) => ({
  containers: topologies.flatMap(({ containers }) => containers),
  networks: topologies.flatMap(({ networks }) => networks),
});
