import { expect } from 'vitest';
import { EngineProxy } from '../support/engine-proxy.ts';
import { defineCase } from './case.ts';
import { leaksOf } from './site.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/18848',
    situation:
      'All containers of a test carry its label, and the inspection of one of them fails or hangs. The label is handed over.',
    before: 'the whole submission failed, and all of them ran on',
    right: 'what can be inspected goes, the other one is a leak by its name; exit status 70',
  },
  async (site) => {
    const proxy = site.own(await EngineProxy.start(site.engine));
    let id: string | undefined;
    proxy.meddle = async (request) => {
      if (!/^\w+ \/containers\/[^/?]+\/json/.test(request)) return;
      id ??= (await site.docker('ps', '--quiet', '--no-trunc', '--filter', `name=${site.named('ill')}`))[0];
      return id !== undefined && request.includes(id)
        ? { status: 500, message: 'stream terminated' }
        : undefined;
    };
    const run = await site.run(
      `
      for name in a ill b; do box $name --label $N=1; done
      topo-gc submit --label $N=1
    `,
      { dockerHost: proxy.host, options: ['--drain-timeout', '10s'] },
    );
    expect(await site.left()).toEqual(['container ill']);
    expect(run.status, run.output).toBe(70);
    expect(leaksOf(run, site).map(([name]) => name)).toEqual(['ill']);
  },
);
