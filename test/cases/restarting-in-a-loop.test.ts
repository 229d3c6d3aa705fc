import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/testcontainers/testcontainers-node/issues/133',
    situation:
      'A service with `restart: always` fails at its start, again and again. Whatever is asked for meanwhile is answered with 409, “container … is restarting”.',
    before: 'as now',
    right: 'it goes, and does not come back',
  },
  async (site) => {
    const run = await site.run(`
      for i in 1 2 3; do
        docker run --detach --name $N-s$i --restart always "$IMAGE" sh -c 'sleep 0.2; exit 1'
      done
      until [ "$(docker inspect --format '{{.RestartCount}}' $N-s3)" -ge 2 ]; do sleep 0.1; done
      topo-gc submit --container $N-s1 --container $N-s2 --container $N-s3
    `);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
