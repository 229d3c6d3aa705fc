import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';

test('a network that a container uses which nobody submitted is a leak, named with its holder', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const mine = await objects.container('mine', { network: network.name });
  const other = await objects.container('other', { network: network.name });
  await agent.submit({ id: 't', containers: [mine.id], networks: [network.id] });
  const { leaks, removed } = await agent.drain({ budgetMs: 8_000 });
  expect(removed).toMatchObject({ containers: 1, networks: 0 });
  expect(leaks).toMatchObject([{ topology: 't', kind: 'network', name: network.name, cause: 'in-use' }]);
  expect(leaks[0]?.reason).toContain(`held by ${other.name}`);
  expect(await objects.left()).toEqual(['net', 'other']);
  expect(await objects.isRunning('other')).toBe(true);
});

test('a shared network that somebody else uses stays, and is no leak', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const mine = await objects.container('mine', { network: network.name });
  await objects.container('other', { network: network.name });
  await agent.submit({ id: 't', containers: [mine.id], networks: [{ name: network.name, shared: true }] });
  const report = await agent.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1, networks: 0 } });
  expect(report.topologies[0]?.kept).toEqual([network.name]);
  expect(await objects.left()).toEqual(['net', 'other']);
  expect((await objects.inspect('other')).NetworkSettings.Networks).toHaveProperty(network.name);
});

test('a shared network that nobody uses goes', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  await agent.submit({ networks: [{ id: network.id, shared: true }] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { networks: 1 } });
  expect(await objects.left()).toEqual([]);
});

test('a shared network that two topologies name goes with the last of them', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const networks = [{ name: network.name, shared: true }];
  const first = await objects.container('first', { network: network.name });
  const second = await objects.container('second', { network: network.name });
  await agent.submit({ containers: [first.id], networks }, '?wait=removed');
  expect(await objects.left()).toEqual(['net', 'second']);
  await agent.submit({ containers: [second.id], networks });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2, networks: 1 } });
  expect(await objects.left()).toEqual([]);
});

test('a network that containers of another topology still use waits for them', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const { id } = await objects.container('box', { network: network.name, stubborn: true, stopTimeout: 2 });
  await agent.submit({ id: 'containers', containers: [id] });
  await agent.submit({ id: 'networks', networks: [network.id] });
  const asked = await agent.ask('POST', '/v1/collections?wait=true', { topologies: ['networks'] });
  expect(asked).toMatchObject({ status: 200, body: { removed: { networks: 1 }, failed: 0 } });
  expect(await objects.left()).toEqual(['box']);
  expect(await agent.drain()).toMatchObject({ leaks: [] });
});

test('a volume that is written to while it is pending is removed all the same', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const volume = await objects.volume('data');
  const command = "trap 'date >/data/last; exit' TERM; while :; do date >>/data/$(date +%s); sleep 0.2; done";
  const { id } = await objects.container('writer', { volume: volume.name, command });
  await agent.submit({ id: 't', containers: [id], volumes: [volume.name] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
  expect(await objects.left()).toEqual([]);
});

test('a volume that a container uses which nobody submitted is a leak; where it is shared it stays', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const volume = await objects.volume('data');
  await objects.container('other', { volume: volume.name });
  await agent.submit({ id: 'mine', volumes: [volume.name] });
  await agent.submit({ id: 'shared', volumes: [{ name: volume.name, shared: true }] });
  const { leaks } = await agent.drain({ budgetMs: 8_000 });
  expect(leaks).toMatchObject([{ topology: 'mine', kind: 'volume', name: volume.name, cause: 'in-use' }]);
  expect(await objects.left()).toEqual(['data', 'other']);
});

test('a volume that containers of other topologies use goes after them, however it came to be ours', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const submitted = await objects.volume('submitted');
  const labelled = await objects.volume('labelled', { 'topo-gc.session': agent.session });
  const slow = { stubborn: true, stopTimeout: 1 };
  const first = await objects.container('first', { ...slow, volume: submitted.name });
  const second = await objects.container('second', { ...slow, volume: labelled.name });
  await agent.submit({ id: 'volumes', volumes: [submitted.name] });
  await agent.submit({ id: 'containers', containers: [first.id, second.id] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2, volumes: 2 } });
  expect(await objects.left()).toEqual([]);
});

test('an anonymous volume goes with its container, also where it is named too', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box', { anonymousVolume: true });
  const { Mounts } = await objects.inspect('box');
  const anonymous = Mounts[0]?.Name;
  expect(anonymous).toMatch(/^[0-9a-f]{64}$/);
  await agent.submit({ containers: [id], volumes: [anonymous] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
  expect(await objects.hasVolume(anonymous ?? '')).toBe(false);
});

test('a volume that was there before the session is refused; what came with it keeps running until the drain', async () => {
  await using objects = new EngineObjects();
  const volume = await objects.volume('older');
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box', { volume: volume.name });
  const { status, body } = await agent.ask('POST', '/v1/topologies', {
    containers: [id],
    volumes: [volume.name],
  });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field: 'volumes[0]', value: volume.name }]);
  expect(await objects.isRunning('box')).toBe(true);
  expect(await agent.drain()).toMatchObject({
    leaks: [],
    removed: { containers: 1, volumes: 0 },
    left: [{ kind: 'volume', name: volume.name }],
  });
  expect(await objects.left()).toEqual(['older']);
});

const noConfigurations = lackOnPodman('Podman has no networks that only hold a configuration');

test(
  'a network of configuration goes after those that have theirs from it, or says which one still has',
  skippedFor(noConfigurations),
  async () => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start();
    const makePair = async (name: string) => [
      await objects.network(`${name}-config`, {}, { ConfigOnly: true }),
      await objects.network(name, {}, { ConfigFrom: { Network: objects.named(`${name}-config`) } }),
    ];
    const [pair, [foreign]] = [await makePair('lan'), await makePair('other')];
    const networks = pair.map(({ id }) => id);
    expect(await agent.submit({ networks }, '?wait=removed')).toMatchObject({ state: 'removed' });
    await agent.submit({ id: 't', networks: [foreign?.id] });
    const { leaks } = await agent.drain({ budgetMs: 3_000 });
    expect(leaks).toMatchObject([{ topology: 't', kind: 'network', cause: 'in-use' }]);
    expect(leaks[0]?.reason).toContain(`held by ${objects.named('other')}`);
    expect(await objects.left()).toEqual(['other-config', 'other']);
  },
);
