import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/domain/version.ts';
import { REPOSITORY } from '../runner/model/bundle-job.ts';
import { InstalledPackage } from './installed-package.ts';

let installed: InstalledPackage;

beforeAll(() => {
  installed = new InstalledPackage();
});
afterAll(() => installed[Symbol.dispose]());

/** Runs a command in the folder that it is installed into, without an agent. */
function run(command: string, ...args: readonly string[]) {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: installed.path,
    env: { PATH, HOME },
    encoding: 'utf8',
  });
  return { status, output: (stdout + stderr).trim() };
}

const TELL = `.submit({ containers: ['web'] }).catch((error) => {
  console.log(error instanceof client.TopoGcError, error.code, typeof client.submitAfter);
});`;

test('it holds the command with its page, the client and their licences, and needs no other package', () => {
  const tops = new Set(installed.files.map((path) => path.split('/').slice(0, 2).join('/')));
  expect([...tops].sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/agent',
    'dist/cli',
    'dist/client',
    'dist/licenses.txt',
    'dist/page',
    'package.json',
  ]);
  expect(JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')).dependencies).toBeUndefined();
});

test('the command is there', () => {
  expect(run('node_modules/.bin/topo-gc', '--version')).toEqual({ status: 0, output: VERSION });
  expect(run('node_modules/.bin/topo-gc', 'status').status).toBe(3);
});

const isTwentyOrNewer = (node: string): boolean =>
  existsSync(node) &&
  Number.parseInt(spawnSync(node, ['-p', 'process.versions.node']).stdout.toString(), 10) >= 20;

/** This process's, and the machine's own, which may be an older one. */
const NODES = [process.execPath, '/usr/bin/node'].filter(isTwentyOrNewer);

describe.each(NODES)('with %s', (node) => {
  test.each([
    ['an ES module', 'import.mjs', `import * as client from 'topo-gc/client';\nclient${TELL}`],
    ['CommonJS', 'require.cjs', `const client = require('topo-gc/client');\nclient${TELL}`],
  ])('the client is loaded from %s', (_, name, source) => {
    writeFileSync(installed.file(name), source);
    expect(run(node, name)).toEqual({ status: 0, output: 'true agent-not-found function' });
  });
});

test('its types say what it takes and answers', () => {
  cpSync(join(import.meta.dirname, 'fixtures/typed-client.mts'), installed.file('typed-client.mts'));
  const tsc = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
  const types = ['--typeRoots', join(REPOSITORY, 'node_modules/@types'), '--types', 'node'];
  const lib = ['--lib', 'es2022,esnext.disposable'];
  expect(run(process.execPath, tsc, ...options, ...lib, ...types, 'typed-client.mts')).toEqual({
    status: 0,
    output: '',
  });
});
