import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const SCRIPT = fileURLToPath(new URL('../fixtures/set-up-script.ts', import.meta.url));

/** Of Node, on a package.json without a type. */
const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';

/** A machine whose apt-get, apt-cache and sudo are played: the distribution has no package `new`. */
class PlayedMachine implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly installed = this.#folder.file('installed');
  readonly calls = this.#folder.file('calls');

  constructor(aptGet: string) {
    for (const name of ['bin', 'temporary']) mkdirSync(this.#folder.file(name));
    this.#command(
      'apt-get',
      `echo "$*" >>'${this.calls}'\n${aptGet.replaceAll('INSTALLED', this.installed)}`,
    );
    this.#command('apt-cache', '[ "$2" = old ]');
    this.#command('sudo', 'exit 1');
  }

  /** What is left of files for this run. */
  get left(): string[] {
    return readdirSync(this.#folder.file('temporary'));
  }

  start(user: 'root' | 'user') {
    const env = {
      PATH: `${this.#folder.file('bin')}:/usr/bin:/bin`,
      TMPDIR: this.#folder.file('temporary'),
    };
    return spawn(process.execPath, [QUIET, SCRIPT, this.installed, user], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** What the script has printed, as whom it runs. */
  async run(user: 'root' | 'user'): Promise<{ stdout: string; stderr: string }> {
    const script = this.start(user);
    const [stdout, stderr] = await Promise.all([text(script.stdout), text(script.stderr)]);
    return { stdout, stderr };
  }

  #command(name: string, script: string): void {
    writeFileSync(this.#folder.file(`bin/${name}`), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

const INSTALLS = 'case "$*" in *" install "*) : >INSTALLED;; esac; echo noise; echo noise >&2';

test('what is missing is installed, told in one line, under the name that the distribution has', async () => {
  using machine = new PlayedMachine(INSTALLS);
  const { stdout, stderr } = await machine.run('root');
  expect(stdout).toBe('set up\n');
  expect(stderr).toBe('set-up: installing old from the distribution\n');
  const calls = readFileSync(machine.calls, 'utf8');
  expect(calls).toMatch(/ update\n.* install --yes --no-install-recommends old\n$/);
  expect(machine.left).toEqual([]);
});

test('where all is there, nothing is done or said', async () => {
  using machine = new PlayedMachine('exit 1');
  writeFileSync(machine.installed, '');
  expect(await machine.run('user')).toEqual({ stdout: 'set up\n', stderr: '' });
});

test('where apt fails, what it said is shown', async () => {
  using machine = new PlayedMachine('case "$*" in *" install "*) echo "no space left"; exit 100;; esac');
  const { stdout } = await machine.run('root');
  expect(stdout).toMatch(/^apt-get install .* failed with 100:\nno space left\n$/);
  expect(machine.left).toEqual([]);
});

test('where a package does not bring what it should, that is said', async () => {
  using machine = new PlayedMachine('exit 0');
  expect((await machine.run('root')).stdout).toMatch(/^set-up: old did not bring what is needed/);
});

test('who is neither root nor has sudo is told in one line what to type', async () => {
  using machine = new PlayedMachine('exit 1');
  expect((await machine.run('user')).stdout).toBe(
    'set-up: neither root nor sudo without a password; type first: ' +
      'sudo apt-get update && sudo apt-get install --yes --no-install-recommends old\n',
  );
});

test('an interruption lets apt come to its end, and leaves nothing', async () => {
  using machine = new PlayedMachine(`trap 'echo ended >>INSTALLED.log; exit 100' INT; sleep 60 & wait`);
  const script = machine.start('root');
  await vi.waitUntil(() => machine.left.length > 0, { timeout: 8_000 });
  await vi.waitFor(() => expect(readFileSync(machine.calls, 'utf8')).toContain('update'), { timeout: 8_000 });
  script.kill('SIGINT');
  expect(await once(script, 'exit')).toEqual([null, 'SIGINT']);
  expect(readFileSync(`${machine.installed}.log`, 'utf8')).toBe('ended\n');
  expect(machine.left).toEqual([]);
});
