import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { EngineProxy } from '../support/engine-proxy.ts';
import { needsRoot } from '../support/skipped.ts';
import { defineCase } from './case.ts';

const NOBODY = 65_534;

defineCase(
  {
    url: 'https://github.com/rios0rios0/pipelines/pull/560',
    situation:
      'A test leaves a folder that its owner may not write to, as Go’s module cache is (`chmod a-w`). A user who is not root hands it over.',
    before: 'a leak at the drain, though its owner could remove it',
    right: 'own folders are made writable, and all of it goes',
  },
  async (site) => {
    const root = site.pathRoot(NOBODY);
    const proxy = site.own(await EngineProxy.start(site.engine));
    proxy.openToAll();
    const run = await site.run(
      `
      mkdir -p ${root}/lab/mod/deep; touch ${root}/lab/mod/deep/f; chmod a-w ${root}/lab/mod/deep ${root}/lab/mod
      topo-gc submit --path ${root}/lab
    `,
      { options: ['--path-roots', root, '--drain-timeout', '8s'], user: NOBODY, dockerHost: proxy.host },
    );
    expect(run.status, run.output).toBe(0);
    expect(existsSync(`${root}/lab`)).toBe(false);
  },
  needsRoot(),
);
