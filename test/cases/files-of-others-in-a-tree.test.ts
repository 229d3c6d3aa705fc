import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { EngineProxy } from '../support/engine-proxy.ts';
import { needsRoot } from '../support/skipped.ts';
import { defineCase } from './case.ts';

const NOBODY = 65_534;

defineCase(
  {
    url: 'https://github.com/actions/runner/issues/434',
    situation:
      'A container that ran as root has left its files deep in a folder of the job. The runner’s user, who can’t remove them, hands the folder over.',
    before: 'taken; the drain found out when half of the tree was gone',
    right: 'refused at once, by the first path that can’t go; the tree stays whole',
  },
  async (site) => {
    const root = site.pathRoot(NOBODY);
    site.whenNoted('ready', () => {
      mkdirSync(`${root}/lab/z/of-root`);
      writeFileSync(`${root}/lab/z/of-root/file`, '');
    });
    const proxy = site.own(await EngineProxy.start(site.engine));
    proxy.openToAll();
    const run = await site.run(
      `
      mkdir -p ${root}/lab/a ${root}/lab/z; touch ${root}/lab/a/own
      note ready yes
      until [ -s "$NOTES/ready.done" ]; do sleep 0.1; done
      topo-gc submit --path ${root}/lab
      note status $?
    `,
      { options: ['--path-roots', root, '--drain-timeout', '8s'], user: NOBODY, dockerHost: proxy.host },
    );
    expect(site.noted('status'), run.output).toEqual(['1']);
    expect(run.output).toContain('z/of-root');
    expect(existsSync(`${root}/lab/a/own`)).toBe(true);
  },
  needsRoot(),
);
