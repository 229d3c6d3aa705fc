import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected } from '../../../fakes/fake-engine.ts';
import { START } from '../../../fakes/virtual-time.ts';

const NAME = 'ab'.repeat(32);

const leaksOf = async (rig: AgentRig) => (await rig.drain()).leaks;

test('the volume that a container has from one that is gone goes with it', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME, 'named'] });
  rig.world.volume('named');
  await rig.submit('lab', { containers: ['box'] });
  const report = await rig.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
  expect(rig.world.names).toEqual(['named']);
});

test('its own is removed by the engine, and counts', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME], ownVolumes: [NAME] });
  await rig.submit('lab', { containers: ['box'] });
  expect(await rig.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
  expect(rig.world.names).toEqual([]);
});

test('one that another still uses stays, by name and with its user, and goes once that is gone', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('old', { volumes: [NAME] });
  rig.world.container('new', { volumes: [NAME] });
  await rig.submit('lab', { containers: ['old'] });
  const report = await rig.drain();
  expect(report.leaks).toEqual([]);
  expect(report.topologies[0]?.kept).toEqual([NAME]);
  expect(rig.progress).toMatchObject([{ members: { containers: 1, volumes: 0 }, kept: { volumes: 1 } }]);
  expect(rig.topology('lab').members.find(({ kind }) => kind === 'volume')?.error).toContain('(held by new)');
  await rig.submit('later', { containers: ['new'] });
  expect(await leaksOf(rig)).toEqual([]);
  expect(rig.world.names).toEqual([]);
});

test('one that was there before the session is left, is no leak, and its reason is told', async () => {
  using rig = new AgentRig({ inputs: { protect: 'false' } });
  rig.world.volume(NAME, { createdAt: new Date(START - 60_000).toISOString() });
  rig.world.container('box', { volumes: [NAME] });
  await rig.submit('lab', { containers: ['box'] });
  const report = await rig.drain();
  expect(report.leaks).toEqual([]);
  expect(report.topologies[0]?.kept).toEqual([NAME]);
  expect(rig.topology('lab').members.find(({ kind }) => kind === 'volume')?.error).toContain(
    'before the session began',
  );
  expect(await leaksOf(rig)).toEqual([]);
  expect(rig.world.names).toEqual([NAME]);
});

test('where it can not be looked up, the container is taken all the same, and it is looked at again', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME] });
  rig.script.fail('find', rejected('the plugin is ill'), { of: NAME, times: 1 });
  const { errors } = await rig.submit('lab', { containers: ['box'] });
  expect(errors).toMatchObject([
    { field: 'containers[0]', value: NAME, detail: expect.stringContaining('the plugin is ill') },
  ]);
  expect(await rig.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 1 } });
  expect(rig.world.names).toEqual([]);
});

test('where it can never be looked up, it is a leak by name', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME] });
  rig.script.fail('find', rejected('the plugin is ill'), { of: NAME });
  await rig.submit('lab', { containers: ['box'] });
  const report = await rig.drain();
  expect(report.removed).toEqual({ containers: 1, networks: 0, volumes: 0 });
  expect(report.leaks).toMatchObject([
    { kind: 'volume', name: NAME, cause: 'unresolved', reason: expect.stringContaining('the plugin is ill') },
  ]);
});

test('without such volumes no submission asks more', async () => {
  using rig = new AgentRig();
  rig.world.container('box', { volumes: ['named'] });
  await rig.submit('lab', { containers: ['box'] });
  expect(rig.script.calls.filter(({ call }) => call === 'find')).toHaveLength(1);
});

test('a lease has it too', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME] });
  await rig.lease('lab', { containers: ['box'] });
  await rig.submit('lab', {});
  expect(await leaksOf(rig)).toEqual([]);
  expect(rig.world.names).toEqual([]);
});
