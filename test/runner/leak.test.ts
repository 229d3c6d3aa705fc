import { expect, test } from 'vitest';
import { EngineObjects } from '../engine-objects.ts';
import { askAgent } from './agent-client.ts';
import { engineEnvironment, gcStep } from './bundle-job.ts';
import { runJob } from './job.ts';
import { type JobResult, stepNamed } from './job-model.ts';

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

/** Submits a network and one of the two containers that are on it. */
async function leakingJob(objects: EngineObjects, onLeak: 'fail' | 'warn'): Promise<JobResult> {
  return runJob({
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
