import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BareEngine } from '../setting/bare-engine.ts';
import type { BuiltTopology } from '../setting/topology-shape.ts';

const run = promisify(execFile);

/** What people type, by the `docker` command itself, or by the requests that it makes where there is none. */
export interface DockerRivals {
  /** `Docker version …`; undefined where there is no command. */
  readonly version: string | undefined;
  /** `docker rm --force` of all containers, `docker network rm` of all networks. */
  forcedRemoval(topologies: readonly BuiltTopology[]): Promise<void>;
  /** `docker stop`, `docker rm`, `docker network rm`, of all. */
  stopThenRemoval(topologies: readonly BuiltTopology[]): Promise<void>;
}

export async function dockerRivals(engine: BareEngine, host: string): Promise<DockerRivals> {
  const version = await versionOf('docker', '--version');
  return version === undefined ? byRequests(engine) : byCommand(version, host);
}

/** What a command says of its version; undefined where there is none, or it fails. */
export async function versionOf(command: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, [...args]);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

function byCommand(version: string, host: string): DockerRivals {
  const docker = (...args: readonly string[]) =>
    run('docker', [...args], { env: { ...process.env, DOCKER_HOST: host } });
  return {
    version,
    async forcedRemoval(topologies) {
      const { containers, networks } = flatten(topologies);
      await docker('rm', '--force', ...containers);
      await docker('network', 'rm', ...networks);
    },
    async stopThenRemoval(topologies) {
      const { containers, networks } = flatten(topologies);
      await docker('stop', ...containers);
      await docker('rm', ...containers);
      await docker('network', 'rm', ...networks);
    },
  };
}

/** The command asks for all containers at once, and for one network after the other. */
function byRequests(engine: BareEngine): DockerRivals {
  const all = (method: string, ids: readonly string[], path: (id: string) => string) =>
    Promise.all(ids.map((id) => engine.ask(method, path(id))));
  const removeNetworks = async (networks: readonly string[]) => {
    for (const id of networks) await engine.ask('DELETE', `/networks/${id}`);
  };
  return {
    version: undefined,
    async forcedRemoval(topologies) {
      const { containers, networks } = flatten(topologies);
      await all('DELETE', containers, (id) => `/containers/${id}?force=1`);
      await removeNetworks(networks);
    },
    async stopThenRemoval(topologies) {
      const { containers, networks } = flatten(topologies);
      await all('POST', containers, (id) => `/containers/${id}/stop`);
      await all('DELETE', containers, (id) => `/containers/${id}`);
      await removeNetworks(networks);
    },
  };
}

const flatten = (topologies: readonly BuiltTopology[]) => ({
  containers: topologies.flatMap(({ containers }) => containers),
  networks: topologies.flatMap(({ networks }) => networks),
});
