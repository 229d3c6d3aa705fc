import { expect } from 'vitest';
import { lackForEngines } from '../support/private-engine.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/31536',
    situation:
      'The container of a Swarm’s task is handed over, found by `docker ps`. Swarm starts another one some seconds later.',
    before: 'taken and removed, exit status 0, and Swarm had started another one',
    right:
      'refused, with the service that owns it, and told as left: exit status 70; the task runs on, and is no other one',
  },
  async (site, { lacks }) => {
    await site.ownEngine();
    const run = await site.run(
      `
      swarm || exit 0
      service web
      note task $(task web)
      topo-gc submit --container $(task web)
      note status $?
      topo-gc submit --label com.docker.swarm.service.name=$N-web
      note status $?
    `,
      { options: ['--drain-timeout', '8s'] },
    );
    const [refusal] = site.noted('no-swarm');
    if (refusal !== undefined) lacks(`kernel: it has no Swarm (${refusal})`);
    expect(site.noted('status'), run.output).toEqual(['1', '1']);
    expect(run.output).toContain(`hand over the service (--service ${site.named('web')})`);
    expect(run.status).toBe(70);
    expect(run.report.leaks.map(({ cause }) => cause)).toEqual(['owned-elsewhere', 'owned-elsewhere']);
    const running = ['ps', '--quiet', '--no-trunc', '--filter', `name=${site.named('web')}`];
    expect(await site.docker(...running)).toEqual(site.noted('task'));
  },
  lackForEngines(),
);
