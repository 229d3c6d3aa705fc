import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SECONDS = 1000;
const ROOT = process.cwd();
const FIXTURE = join(ROOT, 'test/unit/repository/new-kind');

/** A file each for the domain and the adapter, and a line each in their tables, with its import. */
const FILES = {
  'example.ts': 'src/domain/kinds/example.ts',
  'engine-example.ts': 'src/adapters/docker/kinds/engine-example.ts',
  'scenario.test.ts': 'test/scenario.test.ts',
  'tsconfig.json': 'tsconfig.json',
};
const LINES = [
  {
    table: 'src/domain/kinds/kinds.ts',
    begins: 'export const KINDS = {\n',
    file: 'example',
    name: 'example',
  },
  {
    table: 'src/adapters/docker/kinds/engine-kinds.ts',
    begins: 'export const ON_ENGINE',
    file: 'engine-example',
    name: 'exampleOnEngine',
  },
];

let copy = '';

async function addLine({ table, begins, file, name }: (typeof LINES)[number]): Promise<void> {
  const path = join(copy, table);
  const text = await readFile(path, 'utf8');
  const end = text.indexOf('\n};\n', text.indexOf(begins));
  const line = name === 'example' ? '  example,' : `  example: ${name},`;
  const added = `${text.slice(0, end)}\n${line}${text.slice(end)}`;
  await writeFile(path, `import { ${name} } from './${file}.ts';\n${added}`);
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'new-kind-'));
  await cp(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  await mkdir(join(copy, 'test'));
  await cp(join(ROOT, 'test/fakes'), join(copy, 'test/fakes'), { recursive: true });
  await cp(join(ROOT, 'tsconfig.json'), join(copy, 'tsconfig.base.json'));
  await cp(join(ROOT, 'package.json'), join(copy, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const [from, to] of Object.entries(FILES)) await cp(join(FIXTURE, from), join(copy, to));
  for (const line of LINES) await addLine(line);
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs a program of Node's in the copy. @throws what it has written, where it fails */
async function run(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { cwd: copy }).catch((error) => {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

test(
  'a kind is added by two files and two lines: all else follows, and the compiler agrees',
  async () => {
    await run(join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '--project', 'tsconfig.json');
  },
  240 * SECONDS,
);

test(
  'it is submitted, protected, counted, removed in its turn, verified, reported and offered',
  async () => {
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    expect(await run(vitest, 'run', '--root', copy, '--no-color')).toContain('6 passed');
  },
  240 * SECONDS,
);
