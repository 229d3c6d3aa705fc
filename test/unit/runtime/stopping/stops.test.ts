import { describe, expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected, unreachable } from '../../../fakes/fake-engine.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;

test('all containers are asked right behind each other, however many they are and however few removals there may be', async () => {
  using rig = new AgentRig({ inputs: { concurrency: '1' } });
  const containers = Array.from({ length: 60 }, (_, at) => `c${at}`);
  for (const name of containers) rig.world.container(name, { stopMs: 5 * SECOND });
  await rig.submit('lab', { containers });
  await rig.time.pass(SECOND);
  expect(rig.script.mostAtOnce('stop')).toBe(60);
  await rig.time.pass(5 * SECOND);
  expect(rig.stateOf('lab')).toBe('stopped');
});

test('a restart policy is off before the stop, else it would revive the container', async () => {
  using rig = new AgentRig();
  rig.world.container('a', { restarts: true });
  rig.world.container('b');
  await rig.submit('lab', { containers: ['a', 'b'] });
  await rig.time.pass(SECOND);
  const calls = rig.script.calls.filter(({ of }) => of === 'a').map(({ call }) => call);
  expect(calls).toEqual(['find', 'hearing', 'disableRestart', 'stop']);
  expect(rig.script.asked('disableRestart')).toEqual(['a']);
  expect(rig.world.isRunning('a')).toBe(false);
});

describe('the grace is that of the submission, else that of the input, else the container’s own', () => {
  test.each([
    ['of the submission', { 'stop-timeout': '5s' }, 2 * SECOND, 2],
    ['of the input', { 'stop-timeout': '5s' }, undefined, 5],
    ['its own', {}, undefined, 30],
    ['none', { 'stop-timeout': '5s' }, 0, 0],
  ] as const)('%s', async (_, inputs, stopTimeoutMs, seconds) => {
    using rig = new AgentRig({ inputs });
    rig.world.container('stubborn', { stopMs: 3600 * SECOND, graceMs: 30 * SECOND });
    await rig.submit('lab', {
      containers: ['stubborn'],
      ...(stopTimeoutMs !== undefined && { stopTimeoutMs }),
    });
    await rig.time.untilTrue(() => rig.stateOf('lab') === 'stopped');
    expect(rig.topology('lab').members[0]?.stoppedAt).toBe(START + seconds * SECOND);
  });
});

test('a container that stops by itself, or is gone, needs no more', async () => {
  using rig = new AgentRig();
  rig.world.container('exited', { running: false });
  rig.world.container('once', { autoRemove: true });
  const { id } = rig.world.container('gone');
  rig.script.before('stop', () => rig.world.delete('container', id), { of: 'gone' });
  await rig.submit('lab', { containers: ['exited', 'once', 'gone'] });
  await rig.time.pass(SECOND);
  expect(rig.states('lab')).toEqual({ exited: 'stopped', once: 'stopped', gone: 'removed' });
  await rig.collect();
  expect(rig.stateOf('lab')).toBe('removed');
});

test('a stop that fails is recorded in the engine’s words, and asked anew by the next collection', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name);
  rig.script.fail('stop', rejected('cannot stop: permission denied'), { of: 'a', times: 1 });
  await rig.submit('lab', { containers: ['a', 'b'] });
  await rig.time.pass(SECOND);
  expect(rig.topology('lab').members[0]).toMatchObject({
    state: 'failed',
    error: 'cannot stop: permission denied',
  });
  expect(rig.states('lab').b).toBe('stopped');
  await rig.collect();
  expect(rig.script.asked('stop')).toEqual(['a', 'b', 'a']);
  expect(rig.stateOf('lab')).toBe('removed');
});

test('an engine that is away for a while is asked again until it is back', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('stop', unreachable());
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(120 * SECOND);
  expect(rig.stateOf('lab')).toBe('stopping');
  const asked = rig.script.asked('stop').length;
  expect(asked).toBeGreaterThan(10);
  expect(asked).toBeLessThan(100);
  rig.script.heal();
  await rig.time.pass(10 * SECOND);
  expect(rig.stateOf('lab')).toBe('stopped');
});

test('a stop that hangs holds up no other', async () => {
  using rig = new AgentRig();
  for (const name of ['stuck', 'a', 'b']) rig.world.container(name);
  rig.script.hang('stop', { of: 'stuck' });
  await rig.submit('lab', { containers: ['stuck', 'a', 'b'] });
  await rig.time.pass(SECOND);
  expect(rig.states('lab')).toEqual({ stuck: 'stopping', a: 'stopped', b: 'stopped' });
});
