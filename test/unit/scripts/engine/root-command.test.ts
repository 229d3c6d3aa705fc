import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { isRootToBeHad, signalAsRoot } from '../../../../scripts/engine/root-command.ts';
import { skippedFor } from '../../../support/skipped.ts';

const lack = isRootToBeHad() ? undefined : ('root: a signal is sent as root' as const);

test.for([
  ['a process', (pid: number) => `${pid}`],
  ['a group of them', (pid: number) => `-${pid}`],
] as const)('a signal reaches %s', skippedFor(lack), async ([, named]) => {
  const child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
  const exit = once(child, 'exit');
  try {
    await signalAsRoot('TERM', named(child.pid ?? 0));
    expect(await exit).toEqual([null, 'SIGTERM']);
  } finally {
    child.kill('SIGKILL');
  }
});

test('what is gone already is no error', skippedFor(lack), async () => {
  const child = spawn('true', { stdio: 'ignore' });
  await once(child, 'exit');
  await signalAsRoot('TERM', String(child.pid));
});
