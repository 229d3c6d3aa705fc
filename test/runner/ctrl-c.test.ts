import Docker from 'dockerode';
import { expect, test, vi } from 'vitest';
import { lackForMounts } from '../support/mounts.ts';
import { skippedFor } from '../support/skipped.ts';
import { TypedCommand } from './model/typed-command.ts';

const MINUTES = { timeout: 240_000 };
const LABEL = 'topo-gc-demo.run';

interface Moment {
  readonly name: string;
  /** What the demo prints when it has come. */
  readonly printed: RegExp;
  /** It has no engine given: it starts a private one, where none is at the default socket. */
  readonly isAlone?: boolean;
}

const MOMENTS: readonly Moment[] = [
  {
    name: 'while the engine starts',
    printed: /a private one will be started|The engine is at/,
    isAlone: true,
  },
  { name: 'in the first job', printed: /shop: builds/ },
  { name: 'in the second job', printed: /the job is complete.*lab: builds/s },
];

/** Of `TOPO_GC_ALL_MOMENTS=1`: they take minutes. */
const MORE: readonly Moment[] = [
  { name: 'at its start', printed: /topo-gc@/ },
  { name: 'while a private engine is there', printed: /The engine is at/, isAlone: true },
  { name: 'in the main step', printed: /the main step starts/ },
  { name: 'in the first step', printed: /lab: builds/ },
  { name: 'in the post step', printed: /Post topo-gc:/ },
  { name: 'between the jobs', printed: /the job is complete/ },
  { name: 'in the last step', printed: /the job is complete.*mesh: builds/s },
];

const docker = new Docker();

/** All that demos have on the engine of the tests, their images too. */
async function objectsOfDemos(): Promise<string[]> {
  const filters = { label: [LABEL] };
  const [containers, networks, { Volumes }, images] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters }),
    docker.listImages(),
  ]);
  return [
    ...containers.map(({ Id }) => Id),
    ...networks.map(({ Id }) => Id),
    ...(Volumes ?? []).map(({ Name }) => Name),
    ...images.flatMap(({ RepoTags }) => RepoTags ?? []).filter((tag) => tag.startsWith('topo-gc-busybox-')),
  ].sort();
}

const moments = process.env.TOPO_GC_ALL_MOMENTS === undefined ? MOMENTS : [...MOMENTS, ...MORE];

test.each(moments)('a Ctrl-C $name leaves nothing of the demo', MINUTES, async (moment) => {
  const before = await objectsOfDemos();
  const { DOCKER_HOST, ...alone } = process.env;
  using demo = new TypedCommand('npm run demo', moment.isAlone ? alone : { ...alone, DOCKER_HOST });
  await demo.until(moment.printed);
  demo.interrupt();
  await demo.exit;
  expect(demo.output).not.toMatch(/Nothing is left of|left something behind/);
  expect(await demo.left()).toEqual([]);
  expect(await objectsOfDemos()).toEqual(before);
});

test('a Ctrl-C while a new Debian is made leaves nothing of it', {
  ...MINUTES,
  ...skippedFor(lackForMounts()),
}, async () => {
  using fresh = new TypedCommand('npm run fresh -- demo', process.env);
  await fresh.until(/making a new Debian/);
  await vi.waitUntil(() => fresh.files.length > 0, { timeout: 30_000 });
  fresh.interrupt();
  await fresh.exit;
  expect(await fresh.left()).toEqual([]);
});
