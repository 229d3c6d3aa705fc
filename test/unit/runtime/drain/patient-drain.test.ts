import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;

/** A container of nobody's that goes by itself after a while. */
function holder(rig: AgentRig, afterMs: number, of: { networks?: string[]; volumes?: string[] }): void {
  const { id } = rig.world.container('probe', of);
  setTimeout(() => rig.world.delete('container', id), afterMs);
}

test.each([3, 8])('a holder of a network that leaves after %d s is a clean drain', async (seconds) => {
  using rig = new AgentRig();
  rig.world.network('net');
  await rig.submit('lab', { networks: ['net'] });
  holder(rig, seconds * SECOND, { networks: ['net'] });
  const report = await rig.drain({ budgetMs: 60 * SECOND });
  expect(report).toMatchObject({ leaks: [], removed: { networks: 1 } });
  expect(rig.elapsed).toBeLessThan((seconds + 3) * SECOND);
  expect(rig.progress).toMatchObject([{ topology: 'lab', state: 'removed' }]);
});

test('a volume whose user leaves later is a clean drain, too', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  await rig.submit('lab', { volumes: ['data'] });
  holder(rig, 8 * SECOND, { volumes: ['data'] });
  expect(await rig.drain({ budgetMs: 60 * SECOND })).toMatchObject({ leaks: [], removed: { volumes: 1 } });
});

test('a drain waits for what is busy, however often', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('remove', busy(), { times: 9 });
  await rig.submit('lab', { containers: ['a'] });
  expect(await rig.drain({ budgetMs: 120 * SECOND })).toMatchObject({ leaks: [] });
});

test('a holder that stays is named, with how often it was looked at; a sweep does not wait for it', async () => {
  for (const trigger of ['drain', 'sweep'] as const) {
    using rig = new AgentRig();
    rig.world.network('net');
    rig.world.container('stranger', { networks: ['net'] });
    await rig.submit('lab', { networks: ['net'] });
    const draining = rig.agent.drain({ final: true, budgetMs: 20 * SECOND, trigger, onProgress: () => {} });
    const { leaks } = await rig.time.until(draining);
    const often = trigger === 'drain' ? '; looked at \\d+ times in 18s' : '';
    const words = `^network has active endpoints .held by stranger.${often}$`;
    expect(leaks).toMatchObject([{ cause: 'in-use', reason: expect.stringMatching(words) }]);
    expect(rig.elapsed > 15 * SECOND).toBe(trigger === 'drain');
  }
});

test('a collection under way that gives up is gone on with by the drain', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  await rig.submit('lab', { networks: ['net'] });
  holder(rig, 5 * SECOND, { networks: ['net'] });
  const [record, report] = await Promise.all([rig.collect(), rig.drain({ budgetMs: 60 * SECOND })]);
  expect(record).toMatchObject({ failed: 1 });
  expect(report).toMatchObject({ leaks: [], removed: { networks: 1 } });
});

test('what comes while the drain waits for others is collected at once', async () => {
  using rig = new AgentRig({ inputs: { 'remove-images': 'pulled' } });
  rig.world.network('net');
  rig.world.container('stranger', { networks: ['net'] });
  await rig.submit('lab', { networks: ['net'] });
  const draining = rig.drain({ budgetMs: 60 * SECOND });
  await rig.time.pass(5 * SECOND);
  rig.world.container('late');
  await rig.submit('late', { containers: ['late'] });
  await rig.time.pass(2 * SECOND);
  expect(rig.stateOf('late')).toBe('removed');
  expect((await draining).leaks).toMatchObject([{ name: 'net' }]);
});

test('what is shown for a moment after its removal is no leak', async () => {
  using rig = new AgentRig();
  const { id } = rig.world.network('overlay');
  rig.world.cling('overlay');
  await rig.submit('lab', { networks: ['overlay'] });
  setTimeout(() => {
    rig.world.letGo('overlay');
    rig.world.delete('network', id);
  }, 2 * SECOND);
  const report = await rig.drain({ budgetMs: 60 * SECOND });
  expect(report.leaks).toEqual([]);
  expect(rig.elapsed).toBeLessThan(5 * SECOND);
});

test('a leak has the name that was given to its topology', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('stranger', { networks: ['net'] });
  await rig.submit('topology-3d7b', { name: 'logs', networks: ['net'] });
  const { leaks } = await rig.drain({ budgetMs: 5 * SECOND });
  expect(leaks).toMatchObject([{ topology: 'topology-3d7b', topologyName: 'logs' }]);
});
