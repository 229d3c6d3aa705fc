import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/testcontainers/testcontainers-php/issues/13',
    situation:
      'Containers run with `--rm`, and the library removes them as well. The two meet: “removal of container … is already in progress” fails the test run.',
    before: 'as now',
    right: 'all go, whoever was first, and nothing fails',
  },
  async (site) => {
    const run = await site.run(`
      set -e
      for i in 1 2 3 4 5 6; do box c$i --rm; done
      topo-gc submit --container $N-c1 --container $N-c2 --container $N-c3 --container $N-c4 --container $N-c5 --container $N-c6
      docker rm --force $N-c1 $N-c2 $N-c3 || true
      docker stop $N-c4 || true
    `);
    expect(run.status, run.output).toBe(0);
    expect(run.report.leaks).toEqual([]);
    expect(await site.left()).toEqual([]);
  },
);
