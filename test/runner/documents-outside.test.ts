import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { fencesIn } from '../unit/repository/documentation.ts';
import { engineEnvironment, REPOSITORY } from './model/bundle-job.ts';

const { TOPO_GC_TEST_IMAGE: IMAGE = '' } = process.env;

const docker = new Docker();

/** The commands that the blocks run, as tests that build one container and hand it over. */
const TESTS = ['pytest', 'make'];

/** The first block of the document that has `topo-gc` run the tests of a shop, with this clone in the place of GitHub's. */
function blockOf(file: string): string {
  const fence = fencesIn('sh').find((each) => each.file === file && each.text.includes(' run -- pytest'));
  if (fence === undefined) throw new Error(`${file} has no block with \`run -- pytest\``);
  return fence.text.replace(/https:\/\/github\.com\/\S+/, `file://${REPOSITORY}`);
}

test.each(['README.md', 'docs/other-ci.md'])('what %s tells to run outside of GitHub works', async (file) => {
  await using objects = new EngineObjects();
  using home = new TemporaryFolder();
  for (const name of ['bin', 'state']) mkdirSync(home.file(name));
  for (const name of TESTS) {
    const container = objects.named(name);
    const script = `#!/bin/sh\nset -e\ndocker run --detach --name ${container} ${IMAGE} sleep 600\nexec topo-gc submit --stop-timeout 1s --container ${container}\n`;
    writeFileSync(home.file(`bin/${name}`), script, { mode: 0o755 });
  }
  const { stderr, stdout } = await promisify(execFile)('sh', ['-e', '-c', blockOf(file)], {
    cwd: REPOSITORY,
    env: {
      ...engineEnvironment(),
      HOME: home.path,
      PATH: `${home.file('bin')}:${dirname(process.execPath)}:${process.env.PATH}`,
      TOPO_GC_STATE: home.file('state'),
    },
  });
  expect(`${stdout}${stderr}`.match(/1 container (removed|killed)/g) ?? stderr).toHaveLength(2);
  for (const name of TESTS)
    await expect(docker.getContainer(objects.named(name)).inspect()).rejects.toMatchObject({
      statusCode: 404,
    });
  expect(readdirSync(home.file('state'))).toEqual([]);
});
