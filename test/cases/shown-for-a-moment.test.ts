import { expect } from 'vitest';
import { EngineProxy } from '../support/engine-proxy.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/29293',
    situation:
      'An overlay network is removed, which a Swarm does after it has answered. For a moment it is still shown.',
    before: 'reported as left, though it was gone a moment later',
    right: 'asked again, and found gone: nothing is told as left',
  },
  async (site) => {
    const proxy = site.own(await EngineProxy.start(site.engine));
    let body: Buffer | undefined;
    let removedAt: number | undefined;
    const lingers = () => removedAt !== undefined && performance.now() - removedAt < 400;
    proxy.disguises = [
      {
        alter: (request, answer) => {
          if (/^DELETE \/networks\//.test(request)) removedAt ??= performance.now();
          if (/^GET \/networks(\?|$)/.test(request) && answer.includes(site.named('net'))) body = answer;
          return /^GET \/networks(\?|$)/.test(request) && lingers() ? (body ?? answer) : answer;
        },
      },
    ];
    const run = await site.run(
      `
      docker network create $N-net
      topo-gc submit --network $N-net
    `,
      { dockerHost: proxy.host, options: ['--drain-timeout', '30s'] },
    );
    expect(run.status, run.output).toBe(0);
    expect(run.report.leaks).toEqual([]);
    expect(await site.left()).toEqual([]);
  },
);
