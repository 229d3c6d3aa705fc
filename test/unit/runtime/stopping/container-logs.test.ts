import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected, unreachable } from '../../../fakes/fake-engine.ts';

const SAVE = { inputs: { 'save-logs': 'always' } };

const logsOf = async (rig: AgentRig) => (await rig.drain()).topologies.flatMap(({ logs }) => logs);

test('a log is saved once its container has stopped, and before it is removed', async () => {
  using rig = new AgentRig(SAVE);
  rig.world.container('web');
  await rig.submit('lab', { containers: ['web'] });
  expect(await logsOf(rig)).toEqual([{ container: 'web', file: '/logs/web' }]);
  const asked = rig.script.calls.filter(({ of }) => of === 'web').map(({ call }) => call);
  expect(asked.slice(asked.indexOf('stop'))).toEqual(['stop', 'openLog', 'remove']);
});

test('one that the engine does not tell holds nothing up', async () => {
  using rig = new AgentRig(SAVE);
  rig.world.container('web');
  rig.script.fail('openLog', unreachable());
  await rig.submit('lab', { containers: ['web'] });
  expect(await logsOf(rig)).toEqual([{ container: 'web', error: unreachable().message }]);
  expect(rig.stateOf('lab')).toBe('removed');
});

test('a log that is saved is not read again where the removal has to be', async () => {
  using rig = new AgentRig(SAVE);
  rig.world.container('web');
  rig.script.fail('remove', rejected(), { times: 1 });
  await rig.submit('lab', { containers: ['web'] });
  await rig.collect();
  expect(rig.stateOf('lab')).toBe('failed');
  expect(await logsOf(rig)).toEqual([{ container: 'web', file: '/logs/web' }]);
  expect(rig.script.asked('openLog')).toEqual(['web']);
});
