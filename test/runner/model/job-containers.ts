import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type Mount, volumeOptions } from './container-mounts.ts';
import type { Flavour } from './flavours.ts';
import type { JobContext } from './job-context.ts';
import { labelOptions } from './job-hooks.ts';
import type { ContainerSpec } from './job-model.ts';
import type { JobFolders } from './runner-folders.ts';
import { ofImage } from './step-host.ts';

interface Wanted {
  readonly container?: ContainerSpec | undefined;
  readonly services?: Readonly<Record<string, ContainerSpec>> | undefined;
}

const run = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('docker', args)).stdout.trim();

/** The engine's socket, as the runner mounts it into each of its containers. */
export function engineSocket(): Mount {
  const { DOCKER_HOST = '' } = process.env;
  if (!DOCKER_HOST.startsWith('unix://'))
    throw new Error(`only the socket of an engine can be mounted into a container, not ${DOCKER_HOST}`);
  return { source: DOCKER_HOST.slice('unix://'.length), target: '/var/run/docker.sock' };
}

/** The network, the service containers and the container of a job; all of it goes with the job. */
export class JobContainers implements AsyncDisposable {
  readonly #owned: AsyncDisposableStack;
  /** As far as actions may ask for it. */
  readonly context: Omit<JobContext, 'status'>;

  private constructor(owned: AsyncDisposableStack, context: Omit<JobContext, 'status'>) {
    this.#owned = owned;
    this.context = context;
  }

  /** Where a job wants neither a container nor services, it gets no network either. */
  static async start(
    { container, services }: Wanted,
    folders: JobFolders,
    flavour: Flavour,
  ): Promise<JobContainers> {
    await using owned = new AsyncDisposableStack();
    if (container === undefined && services === undefined) return new JobContainers(owned.move(), {});
    const labels = labelOptions(folders);
    const network = flavour.network === 'host' ? 'host' : await makeNetwork(owned, labels);
    const start = async (spec: ContainerSpec, ...options: readonly string[]) => {
      const joined = ['--network', network, ...options];
      const id = await run('create', ...joined, ...labels, ...ofImage(spec), ...(spec.command ?? []));
      owned.defer(async () => void (await run('rm', '--force', '--volumes', id)));
      await run('start', id);
      return id;
    };
    const started: Record<string, { id: string; network: string; ports: Record<string, string> }> = {};
    for (const [name, spec] of Object.entries(services ?? {}))
      started[name] = { id: await start(spec, '--network-alias', name), network, ports: {} };
    const mounts = volumeOptions([engineSocket(), ...flavour.mounts(folders)]);
    const id =
      container &&
      (await start({ ...container, command: ['-f', '/dev/null'] }, '--entrypoint', 'tail', ...mounts));
    const context = { container: { ...(id !== undefined && { id }), network }, services: started };
    return new JobContainers(owned.move(), context);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned.disposeAsync();
  }
}

async function makeNetwork(owned: AsyncDisposableStack, labels: readonly string[]): Promise<string> {
  const name = `github_network_${randomUUID().replaceAll('-', '')}`;
  await run('network', 'create', ...labels, name);
  owned.defer(async () => void (await run('network', 'rm', name)));
  return name;
}
