import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { valuesOf, withLines, withoutLines } from '../../../../src/cli/hooks/env-lines.ts';
import { RunnerHooks } from '../../../../src/cli/hooks/runner-hooks.ts';
import { TopoGcError } from '../../../../src/domain/errors.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const STARTED = 'ACTIONS_RUNNER_HOOK_JOB_STARTED';

let temporary: TemporaryFolder;
let runner: string;

beforeEach(() => {
  temporary = new TemporaryFolder();
  runner = temporary.file('runner');
  mkdirSync(runner);
  writeFileSync(join(runner, 'run.sh'), '');
});
afterEach(() => temporary[Symbol.dispose]());

const hooks = () => new RunnerHooks(runner);
const env = () => readFileSync(join(runner, '.env'), 'utf8');
const script = (name: string) => join(runner, 'topo-gc-hooks', name);

function faultsOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof TopoGcError) return error.faults;
    throw error;
  }
  return 'nothing was refused';
}

describe('lines of .env', () => {
  const LINES = [
    { name: 'A', value: '/a' },
    { name: 'B', value: '/b' },
  ];

  test.each(['', 'X=1', 'X=1\n', '\r\nX=1\r\nA\n', 'AB=1\n#A=/a\n A=/a'])(
    '%j is again what it was, byte for byte',
    (text) => {
      const installed = withLines(text, LINES);
      expect(valuesOf(installed, 'A')).toEqual(['/a']);
      expect(withLines(installed, LINES)).toBe(installed);
      expect(withoutLines(installed, LINES)).toBe(text);
      // As somebody's editor may write it.
      expect(withoutLines(installed.replaceAll(/\r?\n/g, '\r\n'), LINES)).not.toContain('/a\r\n/b');
    },
  );
});

test('both hooks are written, twice as once, and taken out with nothing left', () => {
  hooks().install({});
  hooks().install({ [STARTED]: script('started.sh') });
  expect(env()).toBe(
    `${STARTED}=${script('started.sh')}\nACTIONS_RUNNER_HOOK_JOB_COMPLETED=${script('completed.sh')}\n`,
  );
  for (const name of ['started', 'completed']) {
    expect(readFileSync(script(`${name}.sh`), 'utf8')).toMatch(
      new RegExp(`^#!/bin/sh\\n.*\\nexec .* 'hook' '${name}' '--runner' '${runner}'\\n$`),
    );
    expect(statSync(script(`${name}.sh`)).mode & 0o777).toBe(0o755);
  }
  expect(hooks().remove()).toHaveLength(3);
  expect(readdirSync(runner)).toEqual(['run.sh']);
  expect(hooks().remove()).toEqual([]);
});

test('what the operator has beside them stays: lines, files, settings, modes and links', () => {
  const real = temporary.file('env-of-all');
  writeFileSync(real, 'http_proxy=x');
  chmodSync(real, 0o640);
  symlinkSync(real, join(runner, '.env'));
  writeFileSync(join(runner, 'topo-gc.yml'), '');
  hooks().install({});
  writeFileSync(script('mine.sh'), '');
  expect(readFileSync(real, 'utf8')).toContain(STARTED);
  hooks().remove();
  expect(readFileSync(real, 'utf8')).toBe('http_proxy=x');
  expect(statSync(real).mode & 0o777).toBe(0o640);
  expect(readdirSync(runner).sort()).toEqual(['.env', 'run.sh', 'topo-gc-hooks', 'topo-gc.yml']);
});

describe('hooks of somebody else are never overwritten', () => {
  const other = (value: string) => [
    {
      field: STARTED,
      value,
      detail: expect.stringContaining(`call \`topo-gc hook started --runner ${runner}\` in it instead`),
    },
  ];

  test('those of .env', () => {
    const text = `${STARTED}=/opt/mine.sh\n`;
    writeFileSync(join(runner, '.env'), text);
    expect(faultsOf(() => hooks().install({}))).toEqual(other('/opt/mine.sh'));
    expect(env()).toBe(text);
    expect(readdirSync(runner).sort()).toEqual(['.env', 'run.sh']);
    expect(hooks().remove()).toEqual([]);
    expect(env()).toBe(text);
  });

  test('those that come after ours, which the runner would take', () => {
    hooks().install({});
    writeFileSync(join(runner, '.env'), `${env()}${STARTED}=/opt/mine.sh\n`);
    expect(faultsOf(() => hooks().install({}))).toEqual(other('/opt/mine.sh'));
    hooks().remove();
    expect(env()).toBe(`${STARTED}=/opt/mine.sh\n`);
  });

  test('those of the environment', () => {
    expect(faultsOf(() => hooks().install({ [STARTED]: '/opt/mine.sh' }))).toEqual(other('/opt/mine.sh'));
    expect(existsSync(join(runner, '.env'))).toBe(false);
  });

  test('a script of that name', () => {
    mkdirSync(join(runner, 'topo-gc-hooks'));
    writeFileSync(script('started.sh'), 'mine');
    expect(faultsOf(() => hooks().install({}))).toMatchObject([{ field: script('started.sh') }]);
    hooks().remove();
    expect(readFileSync(script('started.sh'), 'utf8')).toBe('mine');
  });
});

test('a folder that is no runner, or that the runner could not name to a shell, is refused', () => {
  expect(faultsOf(() => new RunnerHooks(temporary.path))).toMatchObject([
    { field: 'RUNNER_FOLDER', value: temporary.path, detail: expect.stringContaining('run.sh') },
  ]);
  runner = temporary.file('my runner');
  mkdirSync(runner);
  writeFileSync(join(runner, 'run.sh'), '');
  expect(faultsOf(hooks)).toMatchObject([
    { field: 'RUNNER_FOLDER', value: runner, detail: expect.stringContaining('without blanks') },
  ]);
});
