import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid, askAgent, processState, untilProcess } from './model/job-agent.ts';
import { type ObserveStep, type StepResult, stepNamed } from './model/job-model.ts';

const TWO_MINUTES = { timeout: 120_000 };

/** Builds a container on a network, and submits both. */
function submitTopology(objects: EngineObjects): ObserveStep {
  return {
    observe: async (environment) => {
      const network = await objects.network('net');
      const container = await objects.container('box', { network: network.name });
      const topology = { id: 'lost-and-found', containers: [container.id], networks: [network.id] };
      expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
    },
  };
}

function expectDrained(post: StepResult): void {
  expect(post).toMatchObject({ outcome: 'success', exitCode: 0 });
  expect(post.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  expect(post.summary).toContain('lost-and-found');
}

test('after a failed step the post step drains all the same', TWO_MINUTES, async () => {
  await using objects = new EngineObjects();
  const job = await runJob({
    env: engineEnvironment(),
    steps: [gcStep(), submitTopology(objects), { name: 'test', run: 'exit 7' }],
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(job).toMatchObject({ status: 'failure', orphans: [] });
  expectDrained(stepNamed(job, 'Post gc'));
});

test('after a cancel the post step drains all the same', TWO_MINUTES, async () => {
  await using objects = new EngineObjects();
  const job = await runJob({
    env: engineEnvironment(),
    steps: [gcStep(), submitTopology(objects), { name: 'test', run: 'echo started; exec sleep 300' }],
    cancel: { step: 'test', prints: 'started' },
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(job).toMatchObject({ status: 'cancelled', orphans: [] });
  expect(stepNamed(job, 'test').outcome).toBe('cancelled');
  expectDrained(stepNamed(job, 'Post gc'));
  expect(stepNamed(job, 'Post gc').summary).toMatch(/cancel/i);
});

test('where the agent was killed the post step drains from the journal', TWO_MINUTES, async () => {
  await using objects = new EngineObjects();
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep(),
      submitTopology(objects),
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
  expect(job).toMatchObject({ status: 'success', orphans: [] });
  expectDrained(stepNamed(job, 'Post gc'));
});

test('where the agent hangs the post step ends it and drains from the journal', TWO_MINUTES, async () => {
  await using objects = new EngineObjects();
  let pid = 0;
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep(),
      submitTopology(objects),
      {
        observe: async (environment) => {
          pid = await agentPid(environment);
          process.kill(pid, 'SIGSTOP');
          await untilProcess(pid, 'T');
        },
      },
    ],
    beforeCompletion: async () => {
      expect(await objects.left()).toEqual([]);
      expect(processState(pid)).toBe('gone');
    },
  });
  expect(job).toMatchObject({ status: 'success', orphans: [] });
  expectDrained(stepNamed(job, 'Post gc'));
});
