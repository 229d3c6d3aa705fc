import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/37698',
    situation:
      'Each test starts `db` under the same name, right after the one before has removed its own. Now and then the name “is already in use”, by a container whose removal is in progress.',
    before: 'as now',
    right:
      'after `submit --wait removed` the name is free every time; the last one, which nobody handed over, stays',
  },
  async (site) => {
    const run = await site.run(`
      set -e
      for round in 1 2 3 4; do
        box db
        topo-gc submit --container $N-db --wait removed
      done
      note last "$(box db)"
    `);
    expect(run.status, run.output).toBe(0);
    expect(run.report.removed.containers).toBe(4);
    const last = await site.docker('ps', '--no-trunc', '--quiet', '--filter', `name=${site.named('db')}`);
    expect(last).toEqual(site.noted('last'));
  },
);
