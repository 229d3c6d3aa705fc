import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { identifyProcess } from '../../../src/adapters/process/process-identity.ts';
import { untilJobEnds } from '../../../src/session/agent/job-end.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

test('a job is over when the runner has removed its folder, and not before', async () => {
  using temporary = new TemporaryFolder();
  const jobFolder = temporary.file('tmp');
  mkdirSync(jobFolder);
  const over = untilJobEnds({ jobFolder });
  expect(await Promise.race([over, Promise.resolve('not yet')])).toBe('not yet');
  rmdirSync(jobFolder);
  expect(await over).toBe(`the runner has removed ${jobFolder}, so the job is over`);
});

test('a job is over when the process is gone that its agent works for', async () => {
  const child = spawn('sleep', ['60']);
  const owner = identifyProcess(child.pid ?? 0);
  const over = untilJobEnds({ owner, jobFolder: '/' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await over).toBe(`the process ${owner?.pid}, which this agent works for, is gone`);
});
