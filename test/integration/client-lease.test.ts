import { join } from 'node:path';
import { expect, test } from 'vitest';
import { events, submit } from '../../src/entry/client.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { SpawnedProcess } from '../support/spawned-process.ts';

const HOLD_LEASE = join(import.meta.dirname, 'fixtures/hold-lease.ts');

const holdLease = (...args: readonly string[]) =>
  new SpawnedProcess(process.execPath, ['--no-warnings', HOLD_LEASE, ...args]);

test('a lease by connection ends when its process is killed, and events tell of it', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box');
  const happening = await events({ socket: agent.socket });
  await using holder = holdLease(agent.socket, 'held', id, 'stays');
  expect(await holder.output()).toBe('leased\n');
  expect(await objects.isRunning('box')).toBe(true);
  holder.child.kill('SIGKILL');
  const types: string[] = [];
  for await (const { type } of happening) {
    types.push(type);
    if (type === 'stopped') break;
  }
  expect(types).toEqual(['leased', 'submitted', 'stopping', 'stopped']);
});

test('it keeps no process alive, and what has ended by itself is handed over', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box');
  await using holder = holdLease(agent.socket, 'held', id);
  await holder.exited();
  expect(holder.child.exitCode).toBe(0);
  await agent.untilTopology('held', 'stopped');
});

test('a client waits until names are free', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  await objects.container('box', { network: network.name });
  const topology = await submit(
    { containers: [objects.named('box')], networks: [network.name] },
    { socket: agent.socket, wait: 'removed' },
  );
  expect(topology).toMatchObject({ state: 'removed', members: [{ state: 'removed' }, { state: 'removed' }] });
  expect(await objects.left()).toEqual([]);
});
