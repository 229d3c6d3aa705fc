import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineEnvironment, gcStep, REPOSITORY } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';
import { parseWorkflowCommand } from './model/workflow-command.ts';

test.for([
  ['by the input', { 'docker-host': 'unix:///nonexistent/docker.sock' }, engineEnvironment()],
  ['by DOCKER_HOST', {}, { DOCKER_HOST: 'unix:///nonexistent/docker.sock' }],
] as const)(
  'no engine where it is said to be %s: main says what was tried and what to do',
  async ([, inputs, env]) => {
    const job = await runJob({ env, steps: [gcStep(inputs)] });
    const main = stepNamed(job, 'gc');
    expect(main).toMatchObject({ outcome: 'failure', heldOpen: false });
    const errors = main.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain('unix:///nonexistent/docker.sock');
    expect(errors[0]?.message).toMatch(/docker-host/);
    expect(stepNamed(job, 'Post gc')).toMatchObject({ outcome: 'success', annotations: [] });
    expect(job.orphans).toEqual([]);
  },
);

test('outside of a runner, main says which variable it misses', () => {
  const { PATH = '', HOME = '' } = process.env;
  const main = spawnSync(process.execPath, [join(REPOSITORY, 'dist/main/index.js')], {
    env: { PATH, HOME, ...engineEnvironment() },
    encoding: 'utf8',
  });
  expect(main.status).toBe(1);
  const errors = main.stdout
    .split('\n')
    .map((line) => parseWorkflowCommand(line))
    .filter((command) => command?.name === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]?.data).toContain('RUNNER_TEMP');
});
