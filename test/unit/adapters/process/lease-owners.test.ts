import { readlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { processes } from '../../../../src/adapters/process/lease-owners.ts';
import { SpawnedProcess } from '../../../support/spawned-process.ts';

test('a process is found with its start and its namespace, until it ends', async () => {
  await using sleeper = new SpawnedProcess('sleep', ['60']);
  expect(processes.find(sleeper.pid)).toEqual({
    pid: sleeper.pid,
    startTime: expect.stringMatching(/^\d+$/),
    pidNamespace: readlinkSync('/proc/self/ns/pid'),
  });
  expect(processes.ownNamespace()).toBe(readlinkSync('/proc/self/ns/pid'));
  sleeper.child.kill('SIGKILL');
  await sleeper.exited();
  expect(processes.find(sleeper.pid)).toBeUndefined();
});
