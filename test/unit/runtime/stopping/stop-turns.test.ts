import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';

const SECOND = 1000;

const CLIENT = { needs: { logs: { host: '127.0.0.1', port: '24224' } } };
const COLLECTOR = { reach: { ports: ['24224'], addresses: [] } };

/** When each was asked to stop, by name. */
const asked = (rig: AgentRig) =>
  Object.fromEntries(rig.script.calls.filter(({ call }) => call === 'stop').map(({ of, at }) => [of, at]));

const stoppedAt = (rig: AgentRig, id: string, name: string) =>
  rig.topology(id).members.find((member) => member.name === name)?.stoppedAt;

test('a collector is asked to stop once its clients have stopped; nobody else waits', async () => {
  using rig = new AgentRig();
  rig.world.container('collector', COLLECTOR);
  rig.world.container('quick', { ...CLIENT, stopMs: 100 });
  rig.world.container('slow', { ...CLIENT, stopMs: 3 * SECOND });
  rig.world.container('beside', { stopMs: 100 });
  await rig.submit('lab', { containers: ['collector', 'quick', 'slow', 'beside'] });
  await rig.drain();
  const { collector = 0, slow = 0, beside = 0 } = asked(rig);
  expect(collector).toBeGreaterThanOrEqual(slow + 3 * SECOND);
  expect(collector).toBeLessThan(slow + 4 * SECOND);
  expect(beside - slow).toBeLessThan(SECOND);
  expect(rig.world.names).toEqual([]);
});

test('with no edge no stop waits', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name, { stopMs: 5 * SECOND });
  await rig.submit('lab', { containers: ['a', 'b'] });
  await rig.time.pass(100);
  expect(Object.keys(asked(rig))).toEqual(['a', 'b']);
});

test('a client that hangs holds its collector up for its own grace and a moment', async () => {
  using rig = new AgentRig();
  rig.world.container('collector', COLLECTOR);
  rig.world.container('client', { ...CLIENT, graceMs: 4 * SECOND });
  rig.script.hang('stop', { of: 'client' });
  await rig.submit('lab', { containers: ['collector', 'client'] });
  await rig.time.pass(5 * SECOND);
  expect(asked(rig)).not.toHaveProperty('collector');
  await rig.time.pass(3 * SECOND);
  expect(stoppedAt(rig, 'lab', 'collector')).toBeDefined();
  expect(rig.log.lines.join('\n')).toContain('container collector is asked to stop before');
});

test('a client that was handed over in another topology is waited for too, and by a successor', async () => {
  using rig = new AgentRig();
  rig.world.container('collector', COLLECTOR);
  rig.world.container('client', { ...CLIENT, stopMs: 2 * SECOND });
  await rig.submit('clients', { containers: ['client'] });
  await rig.submit('logs', { containers: ['collector'] });
  expect(rig.topology('logs').members[0]).toMatchObject({ stopsAfter: [expect.any(String)] });
  await rig.time.pass(SECOND);
  expect(asked(rig)).not.toHaveProperty('collector');
  using next = new AgentRig({ events: rig.journal.events });
  next.world.container('collector', COLLECTOR);
  next.world.container('client', { ...CLIENT, stopMs: 2 * SECOND });
  next.agent.start();
  await next.time.pass(SECOND);
  expect(asked(next)).toHaveProperty('client');
  expect(asked(next)).not.toHaveProperty('collector');
  await next.time.pass(2 * SECOND);
  expect(asked(next)).toHaveProperty('collector');
});

test('when time is short the clients are killed first, and their collector behind them', async () => {
  using rig = new AgentRig();
  rig.world.container('collector', { ...COLLECTOR, stopMs: 60 * SECOND, graceMs: 60 * SECOND });
  rig.world.container('client', { ...CLIENT, stopMs: 600 * SECOND, graceMs: 600 * SECOND });
  await rig.submit('lab', { containers: ['collector', 'client'] });
  const report = await rig.drain({ budgetMs: 20 * SECOND });
  expect(report.leaks).toEqual([]);
  const gone = rig.events.filter(({ type }) => type === 'removed' || type === 'stopped');
  const order = gone.flatMap((event) =>
    'member' in event ? rig.world.nameOf(event.member.split(':')[1] ?? '') : [],
  );
  expect(order.indexOf('client')).toBeLessThan(order.indexOf('collector'));
});
