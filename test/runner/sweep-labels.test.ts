import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid, untilProcess } from './model/job-agent.ts';
import { stepNamed } from './model/job-model.ts';

const TWO_MINUTES = { timeout: 120_000 };

test.each(['alive', 'dead'])(
  'with an agent that is %s, the post step collects what carries one of the sweep-labels',
  TWO_MINUTES,
  async (agent) => {
    await using objects = new EngineObjects();
    const label = `${objects.named('suite')}=vlan`;
    const labels = { [objects.named('suite')]: 'vlan' };
    await objects.container('older', { labels });
    const job = await runJob({
      env: engineEnvironment(),
      steps: [
        gcStep({ 'sweep-labels': `suite=other\n${label}` }),
        {
          observe: async (environment) => {
            const network = await objects.network('net', labels);
            await objects.container('box', { labels, network: network.name });
            if (agent === 'alive') return;
            const pid = await agentPid(environment);
            process.kill(pid, 'SIGKILL');
            await untilProcess(pid, 'gone');
          },
        },
      ],
      beforeCompletion: async () => expect(await objects.left()).toEqual(['older']),
    });
    const post = stepNamed(job, 'Post gc');
    expect(post).toMatchObject({ outcome: 'success', exitCode: 0 });
    expect(post.summary).toContain('**1 container, 1 network** of 1 topology removed');
    expect(await objects.isRunning('older')).toBe(true);
  },
);

test('labels that are none fail the main step, all named', async () => {
  const job = await runJob({
    env: engineEnvironment(),
    steps: [gcStep({ 'sweep-labels': 'suite', concurrency: '0' })],
  });
  const [main] = job.steps;
  expect(main?.outcome).toBe('failure');
  const said = JSON.stringify(main?.annotations);
  expect(said).toMatch(/sweep-labels .*suite.*takes labels KEY=VALUE, one a line/);
  expect(said).toMatch(/concurrency/);
});
