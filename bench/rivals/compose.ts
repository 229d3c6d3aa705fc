import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { composePath } from '../../scripts/machine/compose-versions.ts';
import { timed } from '../alternation.ts';
import type { BenchmarkContext } from '../benchmark.ts';
import type { BareEngine } from '../setting/bare-engine.ts';
import { SCRIPTS } from '../setting/topology-shape.ts';
import type { Workload } from '../setting/workload.ts';
import { versionOf } from './docker-command.ts';

interface Found {
  readonly command: readonly [string, ...string[]];
  readonly version: string;
}

/** Compose, the one that `npm run bench` installs, or a plugin of the `docker` command; undefined where there is none. */
export async function findCompose(): Promise<Found | undefined> {
  for (const command of [[composePath('forky')], ['docker', 'compose']] as const) {
    const [file, ...args] = command;
    const version = await versionOf(file, ...args, 'version', '--short');
    if (version !== undefined) return { command, version: `docker compose ${version}` };
  }
  return undefined;
}

/** A project of the same containers and bridges, in all of which Compose is as parallel as it can be. */
function projectFile(image: string, bridges: number, containers: number): string {
  const names = Array.from({ length: bridges }, (_, at) => `n${at}`);
  const services = names.flatMap((network) =>
    Array.from({ length: containers }, (_, at) => [
      `${network}s${at}`,
      // Compose would take a dollar sign for a variable of its own.
      { image, command: ['sh', '-c', SCRIPTS.obedient.replaceAll('$', '$$$$')], networks: [network] },
    ]),
  );
  const networks = Object.fromEntries(names.map((name) => [name, {}]));
  return JSON.stringify({ services: Object.fromEntries(services), networks });
}

/** `compose up` of so many bridges with so many containers each; what `compose down` takes is measured. */
export async function composeDownMs(
  { command: [command, ...args] }: Found,
  { engine: { host, image }, folder }: BenchmarkContext,
  { engine, workload }: { readonly engine: BareEngine; readonly workload: Workload },
  size: { readonly bridges: number; readonly containers: number },
): Promise<number> {
  const project = `tgc-bench-${randomUUID().slice(0, 8)}`;
  const file = join(folder, `${project}.json`);
  await writeFile(file, projectFile(image, size.bridges, size.containers));
  const compose = (...more: readonly string[]) =>
    promisify(execFile)(command, [...args, '--file', file, '--project-name', project, ...more], {
      env: { ...process.env, DOCKER_HOST: host },
    });
  await compose('up', '--detach');
  await workload.adopt(await labelled(engine, project));
  return timed(() => compose('down'));
}

async function labelled(engine: BareEngine, project: string) {
  const filters = JSON.stringify({ label: [`com.docker.compose.project=${project}`] });
  const query = `all=1&filters=${encodeURIComponent(filters)}`;
  const ids = async (kind: string) => (await engine.json<{ Id: string }[]>('GET', kind)).map(({ Id }) => Id);
  return { containers: await ids(`/containers/json?${query}`), networks: await ids(`/networks?${query}`) };
}
