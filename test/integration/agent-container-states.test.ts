/** @module-tag per-engine */

import { describe, expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { type ContainerOptions, EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';

const NO_LEAKS = { leaks: [] };

describe.for([
  ['running', {}],
  ['paused', { state: 'paused', stopTimeout: 1 }],
  ['created only', { state: 'created' }],
  ['exited', { state: 'exited', command: 'true' }],
  ['restarting in a loop, as it crashes', { command: 'exit 1', restart: 'always' }],
  ['running under restart: always', { restart: 'always' }],
  ['running under --rm', { autoRemove: true }],
  ['deaf to its stop signal', { stubborn: true, stopTimeout: 1 }],
] as const satisfies [string, ContainerOptions][])('a container that is %s', ([, options]) => {
  test('is removed, and its network with it', async () => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start();
    const network = await objects.network('net');
    const { id } = await objects.container('box', { ...options, network: network.name });
    await agent.submit({ id: 't', containers: [id], networks: [network.id] });
    const report = await agent.drain();
    expect(report).toMatchObject({ ...NO_LEAKS, removed: { containers: 1, networks: 1 } });
    expect(report.unconfirmed).toBeUndefined();
    expect(await objects.left()).toEqual([]);
  });
});

test('containers that are gone are named, and the rest goes', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box');
  const gone = 'f'.repeat(64);
  const topology = await agent.submit({ containers: [gone, objects.named('typo'), id] });
  expect(topology.members.filter(({ state }) => state === 'absent')).toMatchObject([
    { name: gone },
    { name: objects.named('typo') },
  ]);
  const report = await agent.drain();
  expect(report).toMatchObject({ ...NO_LEAKS, removed: { containers: 1 } });
  expect(report.topologies[0]).toMatchObject({ state: 'removed', absent: [gone, objects.named('typo')] });
  expect(await objects.left()).toEqual([]);
});

test('a topology of which nothing is there is taken, and there is nothing to collect', async () => {
  await using agent = await AgentUnderTest.start();
  expect(
    await agent.submit({ id: 't', containers: ['f'.repeat(64)], networks: ['tgc-test-no-net'] }),
  ).toMatchObject({
    state: 'absent',
  });
  expect(await agent.drain()).toMatchObject({ ...NO_LEAKS, collections: [], removed: { containers: 0 } });
});

test('a container that somebody removes between its submission and its collection counts as removed', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box', { stubborn: true });
  await agent.submit({ id: 't', containers: [id] });
  await objects.at('box').remove({ force: true });
  await agent.untilTopology('t', 'stopped');
  expect(await agent.drain()).toMatchObject({ ...NO_LEAKS, removed: { containers: 1 } });
  expect(await agent.topology('t')).toMatchObject({ state: 'removed' });
});

test('a container that somebody starts again after its stop is stopped again, with its grace', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const volume = await objects.volume('farewells');
  const command =
    "trap 'sleep 1; echo bye >>/data/farewells; exit' TERM; while :; do sleep 1 & wait $!; done";
  const { id } = await objects.container('box', { command, volume: volume.name, stopTimeout: 10 });
  await agent.submit({ id: 't', containers: [id] });
  await agent.untilTopology('t', 'stopped');
  await objects.at('box').start();
  // The trap is set once there is a second process.
  await vi.waitUntil(async () => (await objects.at('box').top()).Processes.length > 1, { timeout: 30_000 });
  expect(await agent.drain()).toMatchObject({ ...NO_LEAKS, removed: { containers: 1 } });
  const twice = 'test $(wc -l </data/farewells) = 2';
  await objects.container('look', { volume: volume.name, command: twice, state: 'exited' });
  expect((await objects.inspect('look')).State.ExitCode).toBe(0);
  expect(await objects.left()).toEqual(['farewells', 'look']);
});

test('a container that somebody starts again before each removal is removed by force', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const { id } = await objects.container('box');
  proxy.meddle = async (request) => {
    if (request.startsWith('DELETE /containers/')) await objects.at('box').start();
    return undefined;
  };
  await agent.submit({ id: 't', containers: [id] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(await objects.left()).toEqual([]);
});
