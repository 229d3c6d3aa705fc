import { expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

const SLOW = { stubborn: true, stopTimeout: 3 };

test('the same submission again is known, and changes nothing', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id, name } = await objects.container('box');
  const submission = { id: 't', containers: [name, 'tgc-test-typo'] };
  expect((await agent.ask('POST', '/v1/topologies', submission)).status).toBe(202);
  const again = { id: 't', containers: [id, name, 'tgc-test-typo'] };
  const { status, body } = await agent.ask('POST', '/v1/topologies', again);
  expect(status).toBe(200);
  expect(body.members).toHaveLength(2);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
});

test('the same id with more members has them merged, and stopped', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const first = await objects.container('first');
  const second = await objects.container('second');
  await agent.submit({ id: 't', containers: [first.id] });
  const { status, body } = await agent.ask('POST', '/v1/topologies', { id: 't', containers: [second.id] });
  expect(status).toBe(200);
  expect(body.members.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
  await agent.untilTopology('t', 'stopped');
  expect(await objects.isRunning('second')).toBe(false);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual([]);
});

test('a removed topology that is named again is known; something new under its id is refused', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id, name } = await objects.container('box');
  const network = await objects.network('net');
  await agent.submit({ id: 't', containers: [name], networks: [network.name] }, '?wait=removed');
  for (const container of [id, id.slice(0, 12), name, `/${name}`, { name }, { id }]) {
    const again = { id: 't', containers: [container], networks: [network.id] };
    expect(await agent.ask('POST', '/v1/topologies', again), JSON.stringify(container)).toMatchObject({
      status: 200,
      body: { state: 'removed' },
    });
  }
  const late = await objects.container('late');
  const { status, body } = await agent.ask('POST', '/v1/topologies', {
    id: 't',
    containers: [name, late.id],
  });
  expect(status).toBe(409);
  expect(body.errors).toMatchObject([{ value: late.name }]);
  expect(await objects.isRunning('late')).toBe(true);
});

test('a submission while a collection is under way is taken, and goes with the next', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const slow = await objects.container('slow', SLOW);
  const late = await objects.container('late');
  await agent.submit({ id: 'slow', containers: [slow.id] });
  const collecting = agent.ask('POST', '/v1/collections?wait=true');
  // It has chosen.
  await vi.waitUntil(() => agent.logged.some((line) => line.includes('collecting 1 topology')), {
    timeout: 30_000,
  });
  await agent.submit({ id: 'late', containers: [late.id] });
  expect((await agent.ask('GET', '/v1/status')).body.state).toBe('collecting');
  expect(await collecting).toMatchObject({ body: { topologies: ['slow'], removed: { containers: 1 } } });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual([]);
});

test('submissions while the drain is under way are included, under a new id and under one that is being removed', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const slow = await objects.container('slow', SLOW);
  const late = await objects.container('late');
  const merged = await objects.container('merged');
  const network = await objects.network('net');
  await agent.submit({ id: 'slow', containers: [slow.id] });
  const draining = agent.drain();
  await vi.waitUntil(async () => (await agent.ask('GET', '/v1/status')).body.state === 'draining', {
    timeout: 30_000,
  });
  await agent.submit({ id: 'late', containers: [late.id] });
  await agent.submit({ id: 'slow', containers: [merged.id], networks: [network.id] });
  expect(await objects.isRunning('slow')).toBe(true);
  expect(await draining).toMatchObject({ leaks: [], removed: { containers: 3, networks: 1 } });
  expect(await objects.left()).toEqual([]);
});

test('after the final drain the door is closed, and nothing is stopped', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box');
  await agent.drain();
  const { status, body } = await agent.ask('POST', '/v1/topologies', { containers: [id] });
  expect(status).toBe(503);
  expect(body).toMatchObject({ code: 'closed' });
  expect(await objects.isRunning('box')).toBe(true);
});

test('after a drain that is not the final one the agent goes on', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const first = await objects.container('first');
  await agent.submit({ id: 'first', containers: [first.id] });
  expect(await agent.drain({ final: false })).toMatchObject({ leaks: [], removed: { containers: 1 } });
  const second = await objects.container('second');
  await agent.submit({ id: 'second', containers: [second.id] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual([]);
});
