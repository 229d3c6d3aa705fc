import { expect } from 'vitest';
import { lackForCompose } from '../support/played-project.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker/compose/issues/11711',
    situation:
      'Tests run by `docker compose run` without `--rm`, and one of these containers still runs. `down` leaves it, also with `--remove-orphans`, and then the network.',
    before: 'as now',
    right: '`submit --compose` takes services, one-offs and the network',
  },
  async (site) => {
    await site.composeFile({ services: { web: { command: 'sleep 600', init: true } } });
    const run = await site.run(`
      compose up --detach
      compose run --detach web sleep 600
      topo-gc submit --compose $N-shop
    `);
    expect(run.status, run.output).toBe(0);
    expect(run.report.removed).toMatchObject({ containers: 2, networks: 1 });
    expect(await site.left()).toEqual([]);
  },
  lackForCompose(),
);
