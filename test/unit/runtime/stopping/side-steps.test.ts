import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy, rejected } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;

const full = () => rejected('write /var/lib/docker/containers/a/hostconfig.json: no space left on device');

test('a restart policy that can not be taken keeps no container from its stop and its removal', async () => {
  using rig = new AgentRig();
  rig.world.container('a', { restarts: true });
  rig.script.fail('disableRestart', full());
  await rig.submit('lab', { containers: ['a'] });
  expect(await rig.drain({ budgetMs: 60 * SECOND })).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(rig.script.asked('stop')).toContain('a');
  expect(JSON.stringify(rig.log)).toContain('the agent could not remove the restart policy of container a');
});

test.each(['disableRestart', 'openLog'] as const)(
  'nor one for which the engine never answers: %s',
  async (call) => {
    using rig = new AgentRig({ inputs: { 'save-logs': 'always' } });
    rig.world.container('a', { restarts: call === 'disableRestart', autoRemove: call === 'openLog' });
    rig.script.hang(call);
    const began = rig.time.now();
    await rig.submit('lab', { containers: ['a'] });
    await rig.time.untilTrue(() => rig.script.asked('stop').length > 0);
    expect(rig.time.now() - began).toBeLessThan(5 * SECOND);
  },
);

test('the holders of a network that the engine does not tell leave the network in use', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('stranger', { networks: ['net'] });
  rig.script.fail('endpoints', rejected('no'));
  await rig.submit('lab', { networks: ['net'] });
  await rig.collect();
  expect(rig.topology('lab').members[0]).toMatchObject({
    cause: 'in-use',
    error: 'network has active endpoints',
  });
});

test('a stop that the engine refuses is told with what it said', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('stop', busy());
  rig.script.fail('remove', busy());
  await rig.submit('lab', { containers: ['a'] });
  const { leaks } = await rig.drain({ budgetMs: 10 * SECOND });
  expect(leaks).toMatchObject([{ reason: expect.stringContaining('device or resource busy') }]);
});
