import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smokeRun } from '../../../../scripts/build/smoke-runs.ts';

const WORKING = {
  main: "console.log('::error::RUNNER_TEMP is not set'); process.exitCode = 1;",
  post: '',
  agent: "console.error('usage: agent FOLDER'); process.exitCode = 2;",
  cli: "if (process.argv[2] === '--help') console.log('Usage: topo-gc');",
};

async function smokeRunOf(bundles: Readonly<Record<string, string>>): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'topo-gc-test-'));
  for (const [entry, code] of Object.entries(bundles)) {
    await mkdir(join(folder.path, entry));
    await writeFile(join(folder.path, entry, 'index.js'), code);
  }
  await smokeRun(folder.path, [process.execPath], []);
}

test('bundles that start as they should are fine', async () => {
  await expect(smokeRunOf(WORKING)).resolves.toBeUndefined();
});

test.for([
  [
    'misses a package',
    'main',
    "require('dockerode');",
    /main was to exit with 1.*Cannot find module 'dockerode'/s,
  ],
  ['exits with another status', 'agent', "console.log('usage');", /agent was .* 2 .* exited with 0/],
  ['complains', 'post', "console.log('::error::no state');", /post was .*::error::no state/s],
  ['prints nothing', 'cli', '', /cli --help was .*usage/],
] as const)('a bundle that %s is refused, with what it printed', async ([, entry, code, message]) => {
  await expect(smokeRunOf({ ...WORKING, [entry]: code })).rejects.toThrow(message);
});
