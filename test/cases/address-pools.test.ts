import { expect } from 'vitest';
import { lackForEngines } from '../support/private-engine.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/apache/shardingsphere/issues/26547',
    situation:
      'Each of many tests makes a network, and the removals are put off. “Could not find an available, non-overlapping IPv4 address pool” fails the first that comes after the last pool.',
    before: 'as now',
    right:
      'with `network-threshold` below the pools each test gets its network, without one that waits by itself; nothing is left',
  },
  async (site) => {
    // Four networks, one of which is the engine's own.
    await site.ownEngine({ 'default-address-pools': [{ base: '10.213.0.0/22', size: 24 }] });
    const run = await site.run(
      `
      set -e
      for i in 1 2 3 4 5 6 7 8; do
        docker network create $N-net$i
        box c$i --network $N-net$i
        topo-gc submit --container $N-c$i --network $N-net$i --wait removed
      done
    `,
      { options: ['--network-threshold', '3'] },
    );
    expect(run.status, run.output).toBe(0);
    expect(run.report.removed).toMatchObject({ containers: 8, networks: 8 });
    expect(await site.left()).toEqual([]);
  },
  lackForEngines(),
);
