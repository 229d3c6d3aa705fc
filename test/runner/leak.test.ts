import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { askAgent } from './model/job-agent.ts';
import { type JobResult, stepNamed } from './model/job-model.ts';

const TWO_MINUTES = { timeout: 120_000 };

test(
  'a network that somebody else still uses stays, is named with the reason, and fails the job',
  TWO_MINUTES,
  async () => {
    await using objects = new EngineObjects();
    const job = await leakingJob(objects, 'fail');
    const post = stepNamed(job, 'Post gc');
    expect(job.status).toBe('failure');
    expect(post.outcome).toBe('failure');
    expect(post.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expectNamed(post.annotations[0]?.message, objects);
    expectNamed(post.summary, objects);
  },
);

test('with on-leak: warn it is only a warning', TWO_MINUTES, async () => {
  await using objects = new EngineObjects();
  const job = await leakingJob(objects, 'warn');
  const post = stepNamed(job, 'Post gc');
  expect(job.status).toBe('success');
  expect(post.annotations.map(({ level }) => level)).toEqual(['warning']);
  expectNamed(post.annotations[0]?.message, objects);
  expectNamed(post.summary, objects);
});

test('what is left is tried again by the next job, which waits for it and says so', TWO_MINUTES, async () => {
  using root = new TemporaryFolder();
  await using objects = new EngineObjects();
  const first = await leakingJob(objects, 'warn', root.path);
  expect(stepNamed(first, 'Post gc').log).toContain('tries again what is left');
  const states = join(root.path, '_work', '_topo-gc');
  const [session = ''] = readdirSync(states);
  await objects.at('other').remove({ force: true });
  const next = await runJob({ root: root.path, env: engineEnvironment(), steps: [gcStep()] });
  expect(next.status).toBe('success');
  expect(await objects.left()).toEqual([]);
  expect(readdirSync(states)).toEqual([]);
  const { summary, log } = stepNamed(next, 'Post gc');
  expect(log).toContain(
    `swept: the session ${session}, whose agent had died, was swept: 1 network removed, nothing left`,
  );
  expect(summary).toContain('was swept: 1 network removed, nothing left.');
});

/** Submits a network and one of the two containers that are on it. */
async function leakingJob(
  objects: EngineObjects,
  onLeak: 'fail' | 'warn',
  root?: string,
): Promise<JobResult> {
  return runJob({
    ...(root !== undefined && { root }),
    env: engineEnvironment(),
    steps: [
      gcStep({ 'on-leak': onLeak, 'drain-timeout': '20s' }),
      {
        observe: async (environment) => {
          const network = await objects.network('net');
          const mine = await objects.container('mine', { network: network.name });
          await objects.container('other', { network: network.name });
          const topology = { containers: [mine.id], networks: [network.id] };
          expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
        },
      },
    ],
    beforeCompletion: async () => {
      expect(await objects.left()).toEqual(['net', 'other']);
      expect(await objects.isRunning('other')).toBe(true);
    },
  });
}

function expectNamed(text: string | undefined, objects: EngineObjects): void {
  expect(text).toContain(objects.named('net'));
  expect(text).toMatch(new RegExp(`active endpoints|${objects.named('other')}`));
}
