import { expect } from 'vitest';
import { lackForEngines } from '../support/private-engine.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/37338',
    situation:
      'A script removes a service, which answers at once, and hands over the overlay network that the service was on. The container of its task needs its whole grace, and is on the network until then.',
    before: 'reported as left at once, with nearly all of the budget left',
    right: 'the drain asks again while it has time; the network goes, and nothing is told as left',
  },
  async (site, { lacks }) => {
    await site.ownEngine();
    const run = await site.run(
      `
      swarm || exit 0
      docker network create --driver overlay $N-net
      service web --network $N-net --stop-grace-period 4s
      docker service rm $N-web
      topo-gc submit --network $N-net
    `,
      { options: ['--drain-timeout', '40s'] },
    );
    const [refusal] = site.noted('no-swarm');
    if (refusal !== undefined) lacks(`kernel: it has no Swarm (${refusal})`);
    expect(run.status, run.output).toBe(0);
    expect(run.report.leaks).toEqual([]);
    expect(await site.docker('network', 'ls', '--quiet', '--filter', `name=${site.named('net')}`)).toEqual(
      [],
    );
  },
  lackForEngines(),
);
