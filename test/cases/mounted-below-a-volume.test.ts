import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { lackForMounts } from '../support/mounts.ts';
import { lackForEngines } from '../support/private-engine.ts';
import { defineCase } from './case.ts';
import { leaksOf } from './site.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/35323',
    situation:
      'A folder of the host is mounted below a volume with shared propagation: `-v v:/m -v /host:/m/p:shared`. The mount outlives the container on the host, and the removal of the volume empties the folder.',
    before: 'the folder of the host was emptied, where the volume is on a shared mount',
    right: 'the folder keeps its files; the volume stays, and is a leak, `mounted`',
  },
  async (site) => {
    const host = site.folder.file('host');
    mkdirSync(host);
    for (const name of ['a', 'b']) writeFileSync(`${host}/${name}`, name);
    await site.sharedEngine();
    const run = await site.run(
      `
      docker volume create $N-v
      box c --volume $N-v:/m --volume "$PWD/host:/m/p:shared" || exit 9
      topo-gc submit --container $N-c --volume $N-v
    `,
      { options: ['--drain-timeout', '10s'] },
    );
    expect(run.status, run.output).not.toBe(9);
    expect(readdirSync(host)).toEqual(['a', 'b']);
    expect(run.status, run.output).toBe(70);
    expect(leaksOf(run, site)).toEqual([['v', 'mounted']]);
    expect(await site.left()).toEqual(['volume v']);
  },
  lackForMounts() ?? lackForEngines(),
);
