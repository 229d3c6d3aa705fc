import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { lackForMounts, Mounts } from '../support/mounts.ts';
import { defineCase } from './case.ts';
import { leaksOf } from './site.ts';

defineCase(
  {
    url: 'https://github.com/kubernetes-csi/csi-test/issues/196',
    situation:
      'A test of a driver leaves a volume mounted in its folder, and hands the folder over in a trap, where nobody looks at the answer. What is mounted there must not be emptied, and the folder can’t go.',
    before: 'taken; the drain found the mount when some of the folder was gone, exit status 70',
    right:
      'refused, and nothing in it is touched; if the mount is still there at the drain, a leak that names it: exit status 70',
  },
  async (site) => {
    const root = site.folder.file('root');
    mkdirSync(root);
    site.whenNoted('ready', () => {
      site.own(new Mounts()).tmpfs(`${root}/lab/staging`);
      writeFileSync(`${root}/lab/staging/data`, '');
    });
    const run = await site.run(
      `
      mkdir -p ${root}/lab/staging; touch ${root}/lab/own
      note ready yes
      until [ -s "$NOTES/ready.done" ]; do sleep 0.1; done
      topo-gc submit --path ${root}/lab || true
    `,
      { options: ['--path-roots', root, '--drain-timeout', '6s'] },
    );
    expect(run.output).toContain('staging is a mount, and the agent crosses none');
    expect([`${root}/lab/own`, `${root}/lab/staging/data`].map((path) => existsSync(path))).toEqual([
      true,
      true,
    ]);
    expect(run.status, run.output).toBe(70);
    expect(leaksOf(run, site)).toEqual([[`${root}/lab`, 'unresolved']]);
  },
  lackForMounts(),
);
