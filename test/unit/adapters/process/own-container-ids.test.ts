import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownContainerIds } from '../../../../src/adapters/process/own-container-ids.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const ID = 'c669a67b1f6a98377eecdf23fda86effed030a67de37d44a1f5ff9d3e562ff40';
const OTHER = `0${ID.slice(1)}`;

/** A line of mountinfo, as proc(5) has it. */
const mount = (root: string, place: string) =>
  `457 435 254:0 ${root} ${place} rw,relatime - ext4 /dev/vda rw`;

function idsOf(files: { readonly mountinfo?: string; readonly cgroup?: string }, host = 'machine'): string[] {
  using folder = new TemporaryFolder();
  const proc = folder.file('self');
  mkdirSync(proc);
  for (const [name, text] of Object.entries(files)) writeFileSync(`${proc}/${name}`, `${text}\n`);
  return ownContainerIds(proc, host);
}

test.each([
  ['Docker', mount(`/var/lib/docker/containers/${ID}/hostname`, '/etc/hostname')],
  ['Docker with another data root', mount(`/srv/d/containers/${ID}/resolv.conf`, '/etc/resolv.conf')],
  ['Podman', mount(`/containers/overlay-containers/${ID}/userdata/hosts`, '/etc/hosts')],
])('%s: the id is in the path of what the engine mounts', (_, mountinfo) => {
  expect(idsOf({ mountinfo, cgroup: '0::/' })).toEqual([ID]);
});

test.each([
  `9:name=systemd:/docker/${ID}`,
  `0::/system.slice/docker-${ID}.scope`,
  `0::/machine.slice/libpod-${ID}.scope/container`,
  `4:memory:/actions_job/${ID}`,
])('the id is in the name of the control group: %s', (cgroup) => {
  expect(idsOf({ cgroup })).toEqual([ID]);
});

test('each is named once, and a host’s name only if it may be the beginning of an id', () => {
  const mountinfo = mount(`/var/lib/docker/containers/${ID}/hostname`, '/etc/hostname');
  expect(idsOf({ mountinfo, cgroup: `1:cpu:/docker/${ID}` }, 'c669a67b1f6a')).toEqual([ID, 'c669a67b1f6a']);
  for (const host of ['web', 'c669a67b1f6', 'c669a67b1f6ag', 'C669A67B1F6A'])
    expect(idsOf({}, host)).toEqual([]);
});

test('a machine that shows the containers that it runs is none of them', () => {
  const mountinfo = [
    mount('/', `/var/lib/docker/containers/${OTHER}/mounts/shm`),
    mount(`/var/lib/docker/containers/${OTHER}/hostname`, '/somewhere/else'),
    mount('/etc/hosts', '/etc/hosts'),
  ].join('\n');
  expect(idsOf({ mountinfo, cgroup: '1:cpu:/system.slice/docker.service' })).toEqual([]);
});
