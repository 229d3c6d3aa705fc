import { expect, test } from 'vitest';
import { AgentRig } from '../../../../fakes/agent-rig.ts';

const NAME = 'ab'.repeat(32);
const MOUNT = `/engine/volumes/${NAME}/_data/p`;

const removals = (rig: AgentRig) =>
  rig.script.calls.filter(({ call }) => call === 'remove').map(({ of }) => of);

test('a volume below which the host has something mounted stays, and the leak says what to do', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  rig.mounted.push('/', '/engine/volumes/data/_data/p');
  await rig.submit('lab', { volumes: ['data'] });
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([{ name: 'data', cause: 'mounted' }]);
  expect(leaks[0]?.reason).toContain("umount '/engine/volumes/data/_data/p', then docker volume rm data");
  expect(removals(rig)).toEqual([]);
  rig.mounted.pop();
  expect((await rig.drain()).leaks).toEqual([]);
});

test('one that is linked to another disk is looked at there', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  rig.links.set('/engine/volumes/data/_data', '/disk/data/_data');
  rig.mounted.push('/disk/data/_data/p');
  await rig.submit('lab', { volumes: ['data'] });
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([{ name: 'data', cause: 'mounted' }]);
  expect(removals(rig)).toEqual([]);
});

test('what a container has told counts where nobody can look', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  rig.world.container('box', { volumes: ['data'], below: [{ volume: 'data', path: 'p', source: '/host' }] });
  await rig.submit('lab', { containers: ['box'], volumes: ['data'] });
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([{ kind: 'volume', name: 'data', cause: 'mounted' }]);
  expect(leaks[0]?.reason).toContain('/host, which may still be mounted below it');
  expect(removals(rig)).toEqual(['box']);
});

test('a container goes without its volumes where something is mounted below one', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME], ownVolumes: [NAME] });
  rig.mounted.push(MOUNT);
  await rig.submit('lab', { containers: ['box'] });
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([{ kind: 'volume', name: NAME, cause: 'mounted' }]);
  expect(rig.world.names).toEqual([NAME]);
});

test('one that the engine would remove by itself is not left to it', async () => {
  using rig = new AgentRig();
  rig.world.volume(NAME);
  rig.world.container('box', { volumes: [NAME], ownVolumes: [NAME], autoRemove: true });
  rig.mounted.push(MOUNT);
  await rig.submit('lab', { containers: ['box'] });
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([{ kind: 'volume', name: NAME, cause: 'mounted' }]);
  expect(rig.script.calls.some(({ call }) => call === 'stop')).toBe(false);
  expect(rig.world.names).toEqual([NAME]);
});
