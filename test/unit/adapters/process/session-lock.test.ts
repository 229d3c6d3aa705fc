import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lockSession } from '../../../../src/adapters/process/session-lock.ts';
import { SpawnedProcess } from '../../../spawned-process.ts';

const HOLD = fileURLToPath(new URL('fixtures/hold-session.ts', import.meta.url));

test('one process works for a session, and when that is gone another may', async () => {
  const session = `unit-${randomUUID()}`;
  await using holder = new SpawnedProcess(process.execPath, ['--no-warnings', HOLD, session]);
  expect(await holder.output()).toBe('locked\n');
  await expect(lockSession(session)).rejects.toMatchObject({
    code: 'agent-failed',
    message: `Another process works for the session ${session}`,
  });
  await lockSession(`${session}-other`);
  holder.child.kill('SIGKILL');
  await holder.exited();
  await lockSession(session);
});
