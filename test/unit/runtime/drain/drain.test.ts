import { describe, expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';

const SECOND = 1000;
const LABEL = { 'topo-gc.session': 's1' };

/** A topology of that many containers in a network, submitted. */
async function submitLab(rig: AgentRig, id: string, count = 2, stopMs = 100): Promise<void> {
  const network = rig.world.network(`${id}-net`).name;
  const containers = Array.from({ length: count }, (_, at) => `${id}-${at}`);
  for (const name of containers) rig.world.container(name, { stopMs, networks: [network] });
  await rig.submit(id, { containers, networks: [network] });
}

test('everything pending is waited for and removed, the engine confirms it, and the report is kept', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'one');
  await submitLab(rig, 'two', 2, 5 * SECOND);
  const report = await rig.drain();
  expect(rig.world.names).toEqual([]);
  expect(report).toMatchObject({
    session: { id: 's1' },
    removed: { containers: 4, networks: 2 },
    leaks: [],
    topologies: [
      { id: 'one', state: 'removed' },
      { id: 'two', state: 'removed' },
    ],
    collections: [{ trigger: 'drain' }],
    drainMs: rig.elapsed,
  });
  expect(report).not.toHaveProperty('unconfirmed');
  expect(rig.script.asked('list')).toHaveLength(1);
  expect(rig.reports).toEqual([report]);
});

test('a drain of nothing is confirmed too', async () => {
  using rig = new AgentRig();
  expect(await rig.drain()).toMatchObject({ topologies: [], collections: [], leaks: [] });
});

test('a collection that has removed all and has yet to take its readings is in the report', async () => {
  using rig = new AgentRig();
  const read = Promise.withResolvers<void>();
  rig.world.container('a');
  await rig.submit('one', { containers: ['a'] });
  rig.script.before('remove', () => rig.script.before('countBridges', () => read.promise, { times: 1 }), {
    of: 'a',
  });
  const collecting = rig.agent.collect();
  await rig.time.pass(SECOND);
  expect(rig.world.names).toEqual([]);
  const draining = rig.drain({ final: true });
  await rig.time.pass(SECOND);
  read.resolve();
  expect((await draining).collections).toMatchObject([{ trigger: 'request', topologies: ['one'] }]);
  await collecting;
});

test('each topology that is done is told, with what is left and the time for it', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'slow', 2, 5 * SECOND);
  await submitLab(rig, 'quick', 1);
  await rig.drain({ budgetMs: 60 * SECOND });
  expect(rig.progress).toMatchObject([
    {
      topology: 'quick',
      name: 'quick',
      state: 'removed',
      members: { containers: 1, networks: 1, volumes: 0 },
      left: { topologies: 1, containers: 2, networks: 1, volumes: 0 },
    },
    { topology: 'slow', left: { topologies: 0, containers: 0, networks: 0, volumes: 0 } },
  ]);
  for (const { elapsedMs, remainingMs } of rig.progress) expect(elapsedMs + remainingMs).toBe(60 * SECOND);
});

test('what had gone before the drain is not told as removed by it', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'lab', 2);
  await rig.collect();
  rig.world.container('late');
  rig.world.network('used');
  rig.world.container('stranger', { networks: ['used'] });
  await rig.submit('more', { containers: ['late'], networks: ['used'] });
  const report = await rig.drain({ budgetMs: 10 * SECOND });
  expect(rig.progress.at(-1)).toMatchObject({
    topology: 'more',
    state: 'failed',
    members: { containers: 0, networks: 1 },
  });
  expect(report.collections.at(-1)).toMatchObject({ removed: { containers: 1, networks: 0 }, failed: 1 });
});

describe('what is submitted while it drains is included', () => {
  test('a new topology', async () => {
    using rig = new AgentRig();
    await submitLab(rig, 'one', 1, 5 * SECOND);
    const draining = rig.drain();
    await rig.time.pass(SECOND);
    await submitLab(rig, 'two');
    expect(await draining).toMatchObject({ removed: { containers: 3, networks: 2 }, leaks: [] });
    expect(rig.world.names).toEqual([]);
  });

  test('new members of one that it has begun with', async () => {
    using rig = new AgentRig();
    await submitLab(rig, 'one', 1, 5 * SECOND);
    const draining = rig.drain();
    await rig.time.pass(SECOND);
    rig.world.container('late');
    await rig.submit('one', { containers: ['late'] });
    expect(await draining).toMatchObject({ removed: { containers: 2 }, leaks: [] });
    expect(rig.world.names).toEqual([]);
  });

  test('one whose names are still being looked up', async () => {
    using rig = new AgentRig();
    rig.world.container('slow');
    rig.script.before('find', () => rig.time.sleep(3 * SECOND), { of: 'slow' });
    const submitting = rig.submit('lab', { containers: ['slow'] });
    const draining = rig.drain({ final: true });
    expect(await draining).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(await submitting).toMatchObject({ known: false });
  });
});

describe('the label of the session', () => {
  test('makes containers the agent’s to collect that nobody submitted', async () => {
    using rig = new AgentRig();
    rig.world.container('labelled', { labels: LABEL });
    rig.world.container('submitted', { labels: LABEL });
    rig.world.container('other', { labels: { 'topo-gc.session': 's2' } });
    await rig.submit('lab', { containers: ['submitted'] });
    const report = await rig.drain();
    expect(rig.world.names).toEqual(['other']);
    expect(report.topologies.map(({ name }) => name)).toEqual(['lab', 'label topo-gc.session=s1']);
    expect(report.leaks).toEqual([]);
  });

  test('is looked at again by the next drain', async () => {
    using rig = new AgentRig();
    rig.world.container('first', { labels: LABEL });
    await rig.drain();
    rig.world.container('second', { labels: LABEL });
    expect(await rig.drain()).toMatchObject({ removed: { containers: 2 }, leaks: [] });
    expect(rig.world.names).toEqual([]);
  });
});

describe('the final drain', () => {
  test('closes the door behind it', async () => {
    using rig = new AgentRig();
    await submitLab(rig, 'lab');
    await rig.drain({ final: true });
    await rig.time.until(rig.agent.closed);
    rig.world.container('late');
    await expect(rig.submit('late', { containers: ['late'] })).rejects.toMatchObject({ code: 'closed' });
    expect((await rig.time.until(rig.agent.status())).state).toBe('closed');
    expect(rig.world.isRunning('late')).toBe(true);
  });

  test('can be asked for again, and says the same', async () => {
    using rig = new AgentRig();
    await submitLab(rig, 'lab');
    const first = await rig.drain({ final: true });
    expect(await rig.drain({ final: true })).toMatchObject({ removed: first.removed, leaks: [] });
  });
});

test('after another drain the agent goes on', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'one');
  await rig.drain();
  await submitLab(rig, 'two');
  expect(rig.stateOf('two')).toBe('stopping');
  expect(await rig.drain()).toMatchObject({
    removed: { containers: 4 },
    collections: [{ id: 1 }, { id: 2 }],
  });
});
