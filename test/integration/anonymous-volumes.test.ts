/** @module-tag per-engine */

import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

/** The volume of a container that is gone, which the engine has left. */
async function leftVolume(objects: EngineObjects, short: string): Promise<string> {
  await objects.container(short, { anonymousVolume: true });
  const [mount] = (await objects.inspect(short)).Mounts;
  await objects.at(short).remove({ force: true });
  return mount?.Name ?? '';
}

test('the anonymous volume of a container that is gone goes with the one that has it now', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const volume = await leftVolume(objects, 'old');
  const { id } = await objects.container('new', { volume });
  await agent.submit({ containers: [id] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
  expect(await objects.hasVolume(volume)).toBe(false);
});

test('where another container uses it, it stays and is named, until that is handed over too', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const volume = await leftVolume(objects, 'old');
  const [first, second] = [
    await objects.container('first', { volume }),
    await objects.container('second', { volume }),
  ];
  await agent.submit({ id: 'first', containers: [first.id] });
  const report = await agent.drain({ final: false });
  expect(report).toMatchObject({ leaks: [], topologies: [{ kept: [volume] }] });
  const { members } = await agent.topology('first');
  expect(members.find(({ kind }) => kind === 'volume')?.error).toContain(second.name);
  await agent.submit({ id: 'second', containers: [second.id] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.hasVolume(volume)).toBe(false);
});

test('one that was there before the session stays, which is no leak, and is named', async () => {
  await using objects = new EngineObjects();
  const volume = await leftVolume(objects, 'old');
  try {
    await using agent = await AgentUnderTest.start({ inputs: { protect: 'false' } });
    const { id } = await objects.container('new', { volume });
    await agent.submit({ containers: [id] });
    expect(await agent.drain()).toMatchObject({ leaks: [], topologies: [{ kept: [volume] }] });
    expect(await objects.hasVolume(volume)).toBe(true);
  } finally {
    await objects.removeVolume(volume);
  }
});
