import { expect } from 'vitest';
import { lackForMounts } from '../support/mounts.ts';
import { lackForEngines } from '../support/private-engine.ts';
import { SmallDisk } from '../support/small-disk.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/38356',
    situation:
      'The disk of the engine is full, and a container with `restart: always` is handed over with `--wait removed`, so that there is room again. The engine can’t write that its restart policy is taken.',
    before:
      'the policy could not be taken, so that the container was never asked to stop: no collection removed it, only the end of the drain’s budget',
    right: 'it is stopped and removed all the same, and does not come back',
  },
  async (site) => {
    const disk = site.own(await SmallDisk.mount(site.folder.path, { mebibytes: 96 }));
    await site.ownEngine({ 'data-root': disk.path });
    site.whenNoted('ready', () => disk.fill());
    const run = await site.run(
      `
      box web --restart always --log-driver none
      note ready yes
      until [ -s "$NOTES/ready.done" ]; do sleep 0.1; done
      timeout 8 topo-gc submit --wait removed --container $N-web
      note status $?
    `,
      { options: ['--drain-timeout', '20s', '--disk-threshold', 'off'] },
    );
    const left = await site.left();
    disk.free();
    expect(site.noted('status'), run.output).toEqual(['0']);
    expect(run.status, run.output).toBe(0);
    expect(left).toEqual([]);
  },
  lackForMounts() ?? lackForEngines(),
);
