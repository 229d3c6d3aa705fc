import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { unreachable } from '../../../fakes/fake-engine.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const STUBBORN = { stopMs: 3600 * SECOND, graceMs: 10 * SECOND };

const stoppedAfter = (rig: AgentRig): number => (rig.topology('lab').members[0]?.stoppedAt ?? 0) - START;

test('a container that can’t hear its signal is killed when the look before it and two after it have told so', async () => {
  using rig = new AgentRig();
  rig.agent.start();
  rig.world.container('deaf', { ...STUBBORN, hearing: 'deaf' });
  await rig.submit('lab', { containers: ['deaf'] });
  await rig.time.untilTrue(() => rig.stateOf('lab') === 'stopped');
  expect(stoppedAfter(rig)).toBe(170);
  expect(rig.script.asked('hearing')).toHaveLength(3);
  expect(rig.topology('lab').members[0]).toMatchObject({ deafTo: 'SIGTERM' });
});

test.each([
  ['one that hears it', { hearing: 'hears' }, {}],
  ['one that could hear it and gives its handler up as it ends', { hearing: ['hears', 'deaf'] }, {}],
  ['one that comes to hear', { hearing: ['deaf', 'hears'] }, {}],
  ['one that is deaf in one look only', { hearing: ['deaf', 'deaf', 'hears'] }, {}],
  ['one of which that is not known', { hearing: 'unknown' }, {}],
  ['any, where the input says so', { hearing: 'deaf' }, { 'deaf-containers': 'wait' }],
] as const)('has its grace: %s', async (_, options, inputs) => {
  using rig = new AgentRig({ inputs });
  rig.agent.start();
  rig.world.container('a', { ...STUBBORN, ...options });
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.untilTrue(() => rig.stateOf('lab') === 'stopped');
  expect(stoppedAfter(rig)).toBe(10 * SECOND);
  expect(rig.script.asked('kill')).toEqual([]);
  expect(rig.topology('lab').members[0]).not.toHaveProperty('deafTo');
});

test('nobody is looked at before the engine has told that the signal is out', async () => {
  using rig = new AgentRig();
  rig.agent.start();
  rig.world.container('slow', { ...STUBBORN, hearing: 'deaf' });
  rig.script.before('stop', () => rig.time.sleep(3 * SECOND), { of: 'slow' });
  await rig.submit('lab', { containers: ['slow'] });
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('hearing')).toEqual(['slow']);
  await rig.time.untilTrue(() => rig.stateOf('lab') === 'stopped');
  expect(stoppedAfter(rig)).toBeLessThan(3.2 * SECOND);
  expect(rig.script.asked('kill')).toEqual(['slow']);
});

test('where a look fails, the grace is waited for', async () => {
  using rig = new AgentRig();
  rig.agent.start();
  rig.world.container('a', { ...STUBBORN, hearing: 'deaf' });
  rig.script.fail('hearing', unreachable());
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.untilTrue(() => rig.stateOf('lab') === 'stopped');
  expect(stoppedAfter(rig)).toBe(10 * SECOND);
});

test('one that ends soon is not looked at again', async () => {
  using rig = new AgentRig();
  rig.agent.start();
  rig.world.container('a', { stopMs: 100, graceMs: 10 * SECOND, hearing: 'deaf' });
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(SECOND);
  expect(rig.script.asked('hearing')).toEqual(['a']);
  expect(rig.stateOf('lab')).toBe('stopped');
});
