import { execFile } from 'node:child_process';
import { lutimesSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StateFolder } from '../../../src/adapters/journal/state-folder.ts';
import { sweep } from '../../../src/session/sweep.ts';
import { madeReport } from '../../fakes/made-report.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const PRELOAD = fileURLToPath(new URL('../../support/kill-at-file-operation.cjs', import.meta.url));
const WHOLE_SESSION = fileURLToPath(new URL('fixtures/whole-session.ts', import.meta.url));

/** One file starts much faster than many. */
let bundles: TemporaryFolder;

beforeAll(() => {
  bundles = new TemporaryFolder();
  const outfile = bundles.file('whole-session.mjs');
  buildSync({ entryPoints: [WHOLE_SESSION], bundle: true, platform: 'node', format: 'esm', outfile });
});
afterAll(() => bundles[Symbol.dispose]());

/** Long ago, so that nobody is starting any more, in s since the epoch. */
const THEN = 1_000_000_000;

/** A machine with a runner's temporary folder and a root of states, each of which holds something of others. */
class Machine implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly temporary = this.#folder.file('temp');
  readonly root = this.#folder.file('work/_topo-gc');
  readonly #foreign = [join(this.temporary, 'theirs', 'file'), join(this.temporary, 'tgc-theirs', 'spool')];

  constructor() {
    for (const path of this.#foreign) {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, 'theirs');
    }
    // In place of an agent's bundle: whatever is left is gone, and it says so.
    const line = JSON.stringify(JSON.stringify({ type: 'report', report: madeReport() }));
    writeFileSync(this.#folder.file('agent.cjs'), `console.log(${line})`);
  }

  /** Runs a session, which is killed right before that operation on files. @returns how many there were; none where it was killed */
  async run(end: string, at?: number): Promise<number | undefined> {
    const counted = this.#folder.file('count');
    rmSync(counted, { force: true });
    const script = bundles.file('whole-session.mjs');
    const args = ['--require', PRELOAD, script, this.temporary, this.root, end];
    const env = {
      PATH: process.env.PATH,
      KILL_BELOW: `${this.temporary}:${this.#folder.file('work')}`,
      KILL_COUNT: counted,
      ...(at !== undefined && { KILL_AT: String(at) }),
    };
    try {
      await promisify(execFile)(process.execPath, args, { env });
    } catch (error) {
      if ((error as { signal?: string }).signal !== 'SIGKILL') throw error;
      return undefined;
    }
    return Number(readFileSync(counted, 'utf8'));
  }

  /** The next agent comes, a while later, and sweeps. @returns what is said */
  async sweep(): Promise<string[]> {
    const said: string[] = [];
    for (const path of this.#all()) lutimesSync(path, THEN, THEN);
    const next = new StateFolder(join(this.root, 'tgc-next'));
    next.create();
    await sweep({
      root: this.root,
      script: this.#folder.file('agent.cjs'),
      log: this.#folder.file('log'),
      budgetMs: 10_000,
      isPatient: true,
      onSwept: ({ failed }) => void (failed !== undefined && said.push(failed)),
      onInUse: (session) => void said.push(session),
      onForeign: ({ path }) => void said.push(path),
      onFault: (what) => void said.push(what),
    });
    next.remove();
    return said;
  }

  /** What there is beside that of others; behind a post step the runner empties its folder, of which the log may be left. */
  left(end: string): string[] {
    for (const path of this.#foreign) expect(readFileSync(path, 'utf8')).toBe('theirs');
    return this.#all()
      .map((path) => path.slice(this.#folder.path.length + 1))
      .filter((path) => !/^temp$|^temp\/(tgc-)?theirs|^work$|^work\/_topo-gc$/.test(path))
      .filter((path) => end !== 'done' || !/^temp\/tgc-[^/]+(\/state)?$/.test(path));
  }

  #all(): string[] {
    return [this.temporary, this.#folder.file('work')].flatMap((folder) => {
      try {
        const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
        return [folder, ...inside.map((name) => join(folder, name))];
      } catch {
        return [];
      }
    });
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

/** How many are run side by side. */
const LANES = 2;

/** Kills at each of these operations in turn. */
async function killAtEach(end: string, first: number, last: number): Promise<void> {
  const moments = Array.from({ length: last - first + 1 }, (_, at) => first + at).values();
  const lane = async () => {
    for (const at of moments) {
      using machine = new Machine();
      expect({ at, ended: await machine.run(end, at) }).toEqual({ at, ended: undefined });
      expect({ at, said: await machine.sweep(), left: machine.left(end) }).toEqual({
        at,
        said: [],
        left: [],
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** How many operations there are in a session that is never killed. */
async function operationsOf(end: string): Promise<number> {
  using machine = new Machine();
  return (await machine.run(end)) ?? 0;
}

describe('a session that is killed at any operation on files leaves what the next sweep finishes, and nothing else', () => {
  test('while it is opened and at work', { timeout: 180_000 }, async () => {
    const operations = await operationsOf('lost');
    expect(operations).toBeGreaterThan(25);
    await killAtEach('lost', 1, operations);
  });

  test.each([
    ['by a sweep', 'swept'],
    ['by a post step that has found nothing left', 'done'],
    ['by a post step that has found something left', 'left'],
  ])('while it is tidied up %s', { timeout: 120_000 }, async (_, end) => {
    await killAtEach(end, (await operationsOf('lost')) + 1, await operationsOf(end));
  });
});

test('one that is lost without being killed in the middle of anything is finished too', async () => {
  using machine = new Machine();
  await machine.run('lost');
  expect(await machine.sweep()).toEqual([]);
  expect(machine.left('lost')).toEqual([]);
});

test('what is in use, or was begun just now, is left alone', async () => {
  using machine = new Machine();
  const state = new StateFolder(join(machine.root, 'tgc-new'));
  state.create();
  await sweep({
    root: machine.root,
    script: '/nowhere',
    log: '/dev/null',
    budgetMs: 1000,
    isPatient: false,
    onSwept: () => expect.unreachable(),
    onInUse: () => expect.unreachable(),
    onForeign: () => expect.unreachable(),
    onFault: () => expect.unreachable(),
  });
  expect(readdirSync(machine.root)).toEqual(['tgc-new']);
});
