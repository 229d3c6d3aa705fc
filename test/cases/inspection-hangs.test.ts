import { expect } from 'vitest';
import { EngineProxy } from '../support/engine-proxy.ts';
import { defineCase } from './case.ts';
import { leaksOf } from './site.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/46782',
    situation:
      'A stalled `docker cp` holds the lock of one container, so that its inspection never ends. It is handed over together with containers that are well.',
    before: 'all were spooled, and nobody had time for the spool: all ran on, and none was named',
    right:
      'the others go; the one that can’t be looked up is a leak by its name, `unresolved`; exit status 70',
  },
  async (site) => {
    const proxy = site.own(await EngineProxy.start(site.engine));
    const stuck = site.named('stuck');
    let id: string | undefined;
    proxy.meddle = async (request) => {
      if (!/^\w+ \/containers\/[^/?]+\/(json|stop|kill|update|wait|top)|^DELETE \/containers/.test(request))
        return;
      id ??= (await site.docker('ps', '--all', '--quiet', '--no-trunc', '--filter', `name=${stuck}`))[0];
      return request.includes(`/${stuck}`) || (id !== undefined && request.includes(`/${id}`))
        ? 'hang'
        : undefined;
    };
    const run = await site.run(
      `
      box stuck; box web; box db
      topo-gc submit --container $N-stuck --container $N-web --container $N-db
    `,
      { dockerHost: proxy.host, options: ['--drain-timeout', '10s'] },
    );
    expect(await site.left()).toEqual(['container stuck']);
    expect(run.status, run.output).toBe(70);
    expect(leaksOf(run, site)).toEqual([['stuck', 'unresolved']]);
  },
);
