import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { ProcessMark } from '../../../../scripts/test/marked-processes.ts';

test('what a command left running is found by its PATH, detached or not, told, and killed', async () => {
  const mark = new ProcessMark();
  const script = 'sleep 71 & setsid sleep 72 & echo both; wait';
  const shell = spawn('sh', ['-c', script], { env: { PATH: mark.path }, detached: true });
  const exit = once(shell, 'exit');
  await once(shell.stdout, 'data');
  const left = await mark.ended(100);
  expect(left).toHaveLength(3);
  expect(left[0]).toContain('echo both');
  await exit;
  expect(await mark.ended(5_000)).toEqual([]);
});

test('what ends in time is left alone, and so is what others started', async () => {
  const mark = new ProcessMark();
  const other = spawn('sleep', ['73'], { stdio: 'ignore' });
  const own = spawn('sleep', ['0.2'], { env: { PATH: mark.path }, stdio: 'ignore' });
  const exit = once(own, 'exit');
  expect(await mark.ended(5_000)).toEqual([]);
  expect(await exit).toEqual([0, null]);
  other.kill();
  expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
});
