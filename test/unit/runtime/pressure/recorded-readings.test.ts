import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { madeReadings } from '../../../fakes/made-readings.ts';
import { madeCollection } from '../../../fakes/made-report.ts';
import { START } from '../../../fakes/virtual-time.ts';

const containersOf = (report: Awaited<ReturnType<AgentRig['drain']>>) =>
  report.readings.measures.find(({ of }) => of === 'containers');

test('what is read while something is pending is in the report, and nothing is read for that', async () => {
  using rig = new AgentRig({ inputs: { 'container-threshold': '50' } });
  rig.agent.start();
  rig.world.container('a', { stopMs: 60_000, graceMs: 60_000 });
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(20_000);
  const { readings } = await rig.drain();
  expect(readings.at.length).toBeGreaterThanOrEqual(10);
  expect(containersOf(await rig.drain())).toMatchObject({ threshold: 50, tightest: { value: 1 } });
});

test('an agent that takes over knows what was read around the collections before', async () => {
  const collection = madeCollection({
    before: madeReadings({ at: START - 9000, containers: 40 }),
    after: madeReadings({ at: START - 5000, containers: 3 }),
  });
  using rig = new AgentRig({ events: [{ type: 'collected', at: START - 5000, collection }] });
  const report = await rig.drain();
  expect(report.readings.at.slice(0, 2)).toEqual([START - 9000, START - 5000]);
  expect(containersOf(report)).toMatchObject({ tightest: { at: START - 9000, value: 40 } });
});
