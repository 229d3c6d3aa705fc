import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Lack } from './skipped.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Compose 2 as a plugin of `docker`, or whichever version has a command of its own. */
const COMMANDS = [['docker', 'compose'], ['docker-compose']] as const;

const found = COMMANDS.find(
  ([command, ...args]) => spawnSync(command, [...args, 'version'], { stdio: 'ignore' }).status === 0,
);

/** What the command line of Compose begins with, on this machine. */
export const COMPOSE: readonly string[] = found ?? ['docker-compose'];

export const lackForCompose = (): Lack | undefined =>
  found === undefined ? 'package: there is no docker-compose' : undefined;

interface ProjectOptions {
  readonly name: string;
  /** Of a network and a volume that are not the project's own. */
  readonly external: { readonly network: string; readonly volume: string };
}

/** A project that the real Compose brings up: the services `web` and `db`, a network and a volume; all of it goes with the test. */
export class ComposeProject implements AsyncDisposable {
  readonly name: string;
  readonly #folder = new TemporaryFolder();

  constructor({ name, external }: ProjectOptions) {
    this.name = name;
    const service = {
      image: process.env.TOPO_GC_TEST_IMAGE,
      command: ['sh', '-c', "trap 'exit 0' TERM; while :; do sleep 1 & wait $$!; done"],
    };
    const file = {
      version: '3.7',
      services: {
        web: { ...service, networks: ['default', 'outside'], volumes: ['data:/data'] },
        db: { ...service, networks: ['default'], volumes: ['kept:/kept'] },
      },
      networks: { outside: { external: true, name: external.network } },
      volumes: { data: {}, kept: { external: true, name: external.volume } },
    };
    writeFileSync(this.#folder.file('docker-compose.yaml'), JSON.stringify(file));
  }

  up(): Promise<string> {
    return this.#compose('up', '--detach');
  }

  /** A container beside those of the service: `compose run`. */
  oneOff(service: string): Promise<string> {
    return this.#compose('run', '--detach', service);
  }

  /** Ids of the containers that Compose knows of, one-offs too. */
  async containers(): Promise<readonly string[]> {
    const ids = await this.#compose('ps', '--quiet', '--all');
    return ids.split('\n').filter((id) => id !== '');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#compose('down', '--volumes', '--remove-orphans', '--timeout', '0');
    this.#folder[Symbol.dispose]();
  }

  async #compose(...args: readonly string[]): Promise<string> {
    const [command = '', ...first] = COMPOSE;
    const project = ['--project-name', this.name, '--file', this.#folder.file('docker-compose.yaml')];
    const { stdout } = await promisify(execFile)(command, [...first, ...project, ...args]);
    return stdout;
  }
}
