import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { scriptedStep } from './fixtures/scripted-step.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid, askAgent } from './model/job-agent.ts';
import { type Environment, stepNamed } from './model/job-model.ts';

const PENDING = `const { execFileSync } = require('node:child_process');
  const url = 'http://topo-gc/v1/topologies?state=pending';
  console.log(String(execFileSync('curl', ['-fsS', '--unix-socket', env.TOPO_GC_SOCKET, url])));`;

test('a second use in a job shares the agent, warns where inputs differ, and leaves the drain to the first', {
  timeout: 60_000,
}, async () => {
  await using objects = new EngineObjects();
  const pids: number[] = [];
  const seen = { observe: async (environment: Environment) => void pids.push(await agentPid(environment)) };
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep({ concurrency: '3' }),
      seen,
      scriptedStep('between', '', PENDING),
      gcStep({ concurrency: '5' }, 'gc again'),
      seen,
      {
        observe: async (environment) => {
          const { id } = await objects.container('box', { stubborn: true });
          const topology = { id: 'shared', containers: [id] };
          expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
        },
      },
    ],
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(job).toMatchObject({ status: 'success', orphans: [] });
  expect(pids[0]).toBe(pids[1]);

  const [first, second] = [stepNamed(job, 'gc'), stepNamed(job, 'gc again')];
  expect(second.outputs).toEqual(first.outputs);
  expect(first.annotations).toEqual([]);
  expect(second.annotations).toHaveLength(1);
  expect(second.annotations[0]).toMatchObject({ level: 'warning' });
  expect(second.annotations[0]?.message).toMatch(/concurrency/);

  // Post steps run in reverse: the second's is over when `between` still finds the topology with the agent.
  expect(stepNamed(job, 'Post gc again').summary).toBe('');
  expect(stepNamed(job, 'Post between').log).toContain('shared');
  expect(stepNamed(job, 'Post gc').summary).toContain('shared');
});
