import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type ComposeSuite, composePath } from '../../scripts/machine/compose-versions.ts';
import type { Lack } from './skipped.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Of a suite of Debian, or the distribution's own: 1.29 on Debian 12. */
export type WhichCompose = ComposeSuite | 'distribution';

/** The newest there is, for tests that need just one. */
export const COMPOSE = composePath('forky');

const commandOf = (which: WhichCompose): string =>
  which === 'distribution' ? 'docker-compose' : composePath(which);

export const lackForCompose = (which: WhichCompose = 'forky'): Lack | undefined =>
  which === 'distribution' || existsSync(commandOf(which))
    ? undefined
    : `package: there is no Compose of ${which}`;

/** What a file of Compose says; all services are of the image of the tests unless they name another. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, object>>;
  readonly [section: string]: unknown;
}

/** The text of such a file, as JSON, which is YAML too. */
export function composeFile({ services, ...rest }: ComposeFile): string {
  const image = process.env.TOPO_GC_TEST_IMAGE;
  const all = Object.fromEntries(Object.entries(services).map(([name, own]) => [name, { image, ...own }]));
  return JSON.stringify({ ...rest, services: all });
}

/** A project that the real Compose brings up; all of it goes with the test. */
export class ComposeProject implements AsyncDisposable {
  readonly name: string;
  readonly #command: string;
  readonly #folder = new TemporaryFolder();

  /** @param file which names the project by `name`, but for Compose 1, which takes no name from there */
  constructor(which: WhichCompose, file: ComposeFile & { readonly name: string }) {
    this.name = file.name;
    this.#command = commandOf(which);
    const { name: _, ...rest } = file;
    // Compose 1 takes a file without a version for one of 2015.
    const written = which === 'distribution' ? { version: '3.7', ...rest } : file;
    writeFileSync(this.#folder.file('compose.json'), composeFile(written));
  }

  /** `docker compose ARGUMENT…`; resolves with what it prints. */
  async run(...args: readonly string[]): Promise<string> {
    // Of what goes, nothing depends on a profile.
    const env = { ...process.env, ...(args[0] === 'down' && { COMPOSE_PROFILES: '*' }) };
    const file = ['--file', this.#folder.file('compose.json')];
    const project = this.#command === 'docker-compose' ? ['--project-name', this.name] : [];
    const { stdout } = await promisify(execFile)(this.#command, [...project, ...file, ...args], { env });
    return stdout;
  }

  up(...args: readonly string[]): Promise<string> {
    return this.run('up', '--detach', ...args);
  }

  /** Ids of the containers that Compose knows of, one-offs too. */
  async containers(): Promise<readonly string[]> {
    const ids = await this.run('ps', '--quiet', '--all');
    return ids.split('\n').filter((id) => id !== '');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.run('down', '--volumes', '--remove-orphans', '--timeout', '0');
    this.#folder[Symbol.dispose]();
  }
}
