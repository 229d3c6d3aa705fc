import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/28366',
    situation:
      'A test of a partition pauses a container and fails before it resumes it. Stop and removal of what is paused were refused, or hung.',
    before: 'as now',
    right: 'the paused container goes, with its network',
  },
  async (site) => {
    const run = await site.run(`
      docker network create $N-net
      box db --network $N-net
      docker pause $N-db
      topo-gc submit --container $N-db --network $N-net
    `);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
