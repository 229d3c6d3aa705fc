import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodePath, REFUSED, RUN_ON } from '../../scripts/machine/node-versions.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { engineEnvironment, gcStep, REPOSITORY } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid, untilProcess } from './model/job-agent.ts';
import { stepNamed } from './model/job-model.ts';

/** What the sources import by name from Node's own modules, types aside, as `MODULE NAME`. */
function importsOfNode(): string[] {
  const files = globSync('src/**/*.ts', { cwd: REPOSITORY, exclude: ['src/page/**'] });
  const imports = files.flatMap((file) => [
    ...readFileSync(join(REPOSITORY, file), 'utf8').matchAll(/^import \{([^}]*)\} from '(node:[^']+)'/gm),
  ]);
  const named = imports.flatMap(([, names = '', module = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => `${module} ${name.split(' as ')[0]}`),
  );
  return [...new Set(named)].sort();
}

test.each(RUN_ON)('Node %s has all that the sources import of it', (version) => {
  const names = importsOfNode();
  expect(names).toContain('node:fs readFileSync');
  const script = `for (const line of process.argv.slice(1)) {
    const [module, name] = line.split(' ');
    if (require(module)[name] === undefined) console.log(line);
  }`;
  const asked = spawnSync(nodePath(version), ['--eval', script, ...names], { encoding: 'utf8' });
  expect(asked).toMatchObject({ status: 0, stdout: '' });
});

// All other tests of this folder run the action's own version.
test.each(RUN_ON)('a job on Node %s drains, also from the journal of an agent that died', async (version) => {
  await using objects = new EngineObjects();
  const submitted = [objects.named('box'), objects.named('net')];
  const job = await runJob({
    env: engineEnvironment(),
    node: nodePath(version),
    steps: [
      gcStep(),
      {
        observe: async (environment) => {
          const network = await objects.network('net');
          await objects.container('box', { network: network.name });
          await objects.container('later');
          expect(readlinkSync(`/proc/${await agentPid(environment)}/exe`)).toBe(nodePath(version));
        },
      },
      {
        name: 'submit',
        run: `topo-gc submit --container ${submitted[0]} --network ${submitted[1]} --wait removed`,
      },
      { name: 'later', run: `topo-gc submit --container ${objects.named('later')}; topo-gc status` },
      {
        observe: async (environment) => {
          const pid = await agentPid(environment);
          process.kill(pid, 'SIGKILL');
          await untilProcess(pid, 'gone');
        },
      },
    ],
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(job.steps.map(({ name, outcome }) => [name, outcome])).toEqual(
    ['gc', 'submit', 'later', 'Post gc'].map((name) => [name, 'success']),
  );
  expect(stepNamed(job, 'Post gc').summary).toContain('**2 containers, 1 network** of 2 topologies removed');
  expect(job.orphans).toEqual([]);
});

test.each(REFUSED)(
  'a job on Node %s fails in its main step, which says in one line what it needs',
  async (version) => {
    const job = await runJob({ env: engineEnvironment(), node: nodePath(version), steps: [gcStep()] });
    const message = `topo-gc needs Node 20.16, 22.3 or newer, this is v${version}`;
    for (const name of ['gc', 'Post gc'])
      expect(stepNamed(job, name)).toMatchObject({
        outcome: 'failure',
        exitCode: 1,
        annotations: [{ level: 'error', message }],
      });
  },
);
