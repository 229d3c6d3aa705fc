import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';

const SECOND = 1000;

/** A topology of twelve containers that end at once. */
async function submitTwelve(rig: AgentRig, id: string): Promise<void> {
  const containers = Array.from({ length: 12 }, (_, at) => `${id}-${at}`);
  for (const name of containers) rig.world.container(name);
  await rig.submit(id, { containers });
  await rig.time.pass(SECOND);
}

const pressed = (percent: number) => () => ({ by: 'pressure', percent }) as const;

test('while the CPU is under pressure fewer removals go at once, and all again when it is not', async () => {
  using rig = new AgentRig();
  rig.probe.pressure = pressed(60);
  await submitTwelve(rig, 'lab');
  await rig.collect();
  expect(rig.script.mostAtOnce('remove')).toBe(2);
  rig.probe.pressure = pressed(0);
  await submitTwelve(rig, 'shop');
  await rig.collect();
  expect(rig.script.mostAtOnce('remove')).toBe(8);
});

test('a drain is at full speed, as no test runs any more', async () => {
  using rig = new AgentRig();
  rig.probe.pressure = pressed(100);
  await submitTwelve(rig, 'lab');
  await rig.drain();
  expect(rig.script.mostAtOnce('remove')).toBe(8);
});

test('so is the rest of a collection during which a drain begins', async () => {
  using rig = new AgentRig();
  rig.probe.pressure = pressed(100);
  await submitTwelve(rig, 'lab');
  let draining: Promise<unknown> | undefined;
  rig.script.before('remove', () => {
    draining ??= rig.agent.drain({ final: false, onProgress: () => {} });
  });
  await rig.collect();
  await rig.time.until(draining ?? Promise.reject(new Error('no removal was seen')));
  expect(rig.script.mostAtOnce('remove')).toBeGreaterThan(2);
});
