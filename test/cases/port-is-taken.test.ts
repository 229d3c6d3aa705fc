import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/k3d-io/k3d/issues/31',
    situation:
      '`docker run` fails as a port is taken, and leaves a container that was created and never started. The next run finds its name in use.',
    before: 'as now',
    right: 'the container that never ran goes like the one that runs, and its name is free',
  },
  async (site) => {
    const run = await site.run(`
      docker network create $N-net
      box first --network $N-net --publish 127.0.0.1::80
      port=$(docker port $N-first 80/tcp | head -n 1)
      ! box second --network $N-net --publish "$port:80" || exit 9
      docker inspect $N-second >/dev/null || exit 8
      topo-gc submit --container $N-first --container $N-second --network $N-net --wait removed || exit 7
      box second || exit 6
      topo-gc submit --container $N-second
    `);
    expect(run.status, run.output).toBe(0);
    expect(run.report.removed).toMatchObject({ containers: 3, networks: 1 });
    expect(await site.left()).toEqual([]);
  },
);
