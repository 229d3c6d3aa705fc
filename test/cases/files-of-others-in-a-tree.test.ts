import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { EngineProxy } from '../engine-proxy.ts';
import { needsRoot } from '../skipped.ts';
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
    for (const path of [`${root}/lab`, `${root}/lab/a`, `${root}/lab/z`]) {
      mkdirSync(path);
      chownSync(path, NOBODY, NOBODY);
    }
    mkdirSync(`${root}/lab/z/of-root`);
    for (const path of ['a/own', 'z/of-root/file']) writeFileSync(`${root}/lab/${path}`, '');
    const proxy = site.own(await EngineProxy.start(site.engine));
    proxy.openToAll();
    const run = await site.run(
      `
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
