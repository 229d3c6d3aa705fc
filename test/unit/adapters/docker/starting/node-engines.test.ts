import { expect, test } from 'vitest';
import { NodeEngines } from '../../../../../src/adapters/docker/starting/node-engines.ts';
import { parseSwarmNodes } from '../../../../../src/domain/limits/swarm-nodes.ts';
import { MemoryLog } from '../../../../fakes/memory-log.ts';

const made = (log: MemoryLog) =>
  new NodeEngines({
    hosts: parseSwarmNodes('b=unix:///nowhere/b.sock') ?? { kind: 'none' },
    env: {},
    folder: '/tmp',
    log,
  });

test('a node that is not reached is told with why, and the log says it once', async () => {
  const log = new MemoryLog();
  await using nodes = made(log);
  const node = { id: 'node-b', hostname: 'b', address: '' };
  for (const _ of [1, 2])
    await expect(nodes.engineOf(node)).rejects.toMatchObject({
      fault: 'unreachable',
      message: 'its engine at unix:///nowhere/b.sock is not reached: no such socket',
    });
  expect(log.lines.filter((line) => line.includes('node b is not asked'))).toHaveLength(1);
});

test('there is no way to a node that the input does not name', async () => {
  await using nodes = made(new MemoryLog());
  expect(await nodes.engineOf({ id: 'node-c', hostname: 'c', address: '' })).toBeUndefined();
});
