import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';

const SECOND = 1000;

/** Submits that many topologies one right after the other, 4 containers each. */
async function submitBurst(rig: AgentRig, topologies: number, stopMs: number): Promise<void> {
  for (let at = 1; at <= topologies; at++) {
    const containers = ['a', 'b', 'c', 'd'].map((name) => `${name}${at}`);
    for (const name of containers) rig.world.container(name, { stopMs, graceMs: 10 * SECOND });
    await rig.submit(`lab${at}`, { containers });
  }
}

test('the containers of a topology are asked one behind the other, as each takes the engine a moment', async () => {
  using rig = new AgentRig();
  await submitBurst(rig, 1, 3600 * SECOND);
  expect(rig.script.asked('stop')).toEqual(['a1']);
  await rig.time.untilTrue(() => rig.script.asked('stop').length === 4);
  const times = ['a1', 'b1', 'c1', 'd1'].map((name) => rig.script.firstAt('stop', name) ?? Number.NaN);
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  expect(rig.elapsed).toBeLessThan(100);
});

test('in a burst, topologies stop one after the other', async () => {
  using rig = new AgentRig();
  await submitBurst(rig, 3, 100);
  await rig.time.pass(90);
  expect(rig.script.asked('stop')).toEqual(['a1', 'b1', 'c1', 'd1']);
  await rig.time.untilTrue(() => rig.stateOf('lab3') === 'stopped');
  const stoppedAt = (id: string) => rig.topology(id).members[0]?.stoppedAt ?? 0;
  expect(stoppedAt('lab2') - stoppedAt('lab1')).toBeGreaterThanOrEqual(100);
  expect(stoppedAt('lab3') - stoppedAt('lab2')).toBeGreaterThanOrEqual(100);
});

test('what takes its grace holds up others for a moment only', async () => {
  using rig = new AgentRig();
  await submitBurst(rig, 5, 3600 * SECOND);
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop')).toHaveLength(20);
  expect(rig.script.mostAtOnce('stop')).toBe(20);
});

test('an engine that does not answer holds up nobody either', async () => {
  using rig = new AgentRig();
  rig.script.before('stop', () => new Promise(() => {}), { of: 'a1' });
  await submitBurst(rig, 2, 100);
  await rig.time.untilTrue(() => rig.stateOf('lab2') === 'stopped');
  expect(rig.stateOf('lab1')).toBe('stopping');
});
