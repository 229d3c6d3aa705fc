import { spawn } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { PartOutput } from '../../../../scripts/test/part-output.ts';

test('what is kept is shown at the end, in the order in which it came, once', async () => {
  const written: string[] = [];
  using stdout = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  const output = new PartOutput(true);
  const child = spawn('sh', ['-c', 'echo out; echo err >&2'], {
    stdio: ['ignore', output.stdio, output.stdio],
  });
  await output.take(child);
  output.say('left running');
  expect(stdout).not.toHaveBeenCalled();
  output.show();
  output.show();
  expect(written.slice(0, -1).sort()).toEqual(['err\n', 'out\n']);
  expect(written.at(-1)).toBe('left running\n');
});

test('where it is not kept, a command writes by itself', async () => {
  using stderr = vi.spyOn(console, 'error').mockImplementation(() => {});
  const output = new PartOutput();
  expect(output.stdio).toBe('inherit');
  await output.take({ stdout: null, stderr: null });
  output.say('left running');
  expect(stderr).toHaveBeenCalledWith('left running');
});
