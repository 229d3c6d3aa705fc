import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { type Environment, type JobResult, stepNamed } from './model/job-model.ts';
import { findTracked } from './model/tracked-processes.ts';

/** Each input with a bad value and a word of what it takes. */
const BAD: Readonly<Record<string, readonly [value: string, takes: string]>> = {
  'disk-threshold': ['lots', 'free'],
  'memory-threshold': ['150%', 'free'],
  'container-threshold': ['-3', 'off'],
  'network-threshold': ['many', 'off'],
  'cpu-threshold': ['2GiB free', 'off'],
  'age-threshold': ['yesterday', 'off'],
  'idle-collect': ['often', 'off'],
  reclaim: ['some', 'enough'],
  'poll-interval': ['fast', 'duration'],
  'stop-timeout': ['-1s', 'duration'],
  concurrency: ['0', 'auto'],
  'drain-timeout': ['soon', 'duration'],
  'on-leak': ['explode', 'warn'],
  protect: ['maybe', 'false'],
  'path-roots': ['../topology', 'absolute paths'],
  'docker-host': ['ftp://engine', 'unix://'],
  'remove-images': ['some', 'pulled'],
  'save-logs': ['sometimes', 'always'],
  'sweep-labels': ['suite', 'KEY=VALUE'],
  summary: ['perhaps', 'false'],
};

test('bad inputs are all reported in one error, before anything is started', async () => {
  const inputs = Object.fromEntries(Object.entries(BAD).map(([name, [value]]) => [name, value]));
  const message = await refusalOf(inputs);
  for (const [name, [value, takes]] of Object.entries(BAD)) {
    const line = message.split('\n').find((candidate) => candidate.includes(name));
    expect(line, name).toContain(value);
    expect(line, name).toContain(takes);
  }
});

test('a bad input and a good one: only the bad one is named', async () => {
  const message = await refusalOf({ concurrency: '4', reclaim: 'some' });
  expect(message).toContain('reclaim');
  expect(message).not.toContain('concurrency');
});

/** Runs a job whose main step must fail with one error, start nothing, and have a harmless post step. */
async function refusalOf(inputs: Readonly<Record<string, string>>): Promise<string> {
  const job = await runJob({
    env: engineEnvironment(),
    steps: [gcStep(inputs)],
    beforeCompletion: expectNothingStarted,
  });
  expectHarmlessPost(job);
  const main = stepNamed(job, 'gc');
  expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: {}, heldOpen: false });
  const errors = main.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  return errors[0]?.message ?? '';
}

function expectNothingStarted({ RUNNER_TRACKING_ID = '', RUNNER_TEMP = '', ...rest }: Environment): void {
  expect(findTracked(RUNNER_TRACKING_ID)).toEqual([]);
  expect(readdirSync(RUNNER_TEMP).filter((entry) => !entry.startsWith('_'))).toEqual([]);
  expect(existsSync(join(RUNNER_TEMP, '..', '_topo-gc'))).toBe(false);
  expect(Object.keys(rest).filter((name) => name.startsWith('TOPO_GC_'))).toEqual([]);
}

function expectHarmlessPost(job: JobResult): void {
  expect(stepNamed(job, 'Post gc')).toMatchObject({ outcome: 'success', annotations: [], summary: '' });
  expect(job.orphans).toEqual([]);
}
