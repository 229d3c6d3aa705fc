import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/9931',
    situation:
      'A `docker exec` and a health check run in the container when it is handed over; the exec does not hear the signal. Engines had containers that could then neither be stopped nor removed.',
    before: 'as now',
    right: 'container, exec and health check end; nothing is left',
  },
  async (site) => {
    const run = await site.run(`
      box web --health-cmd 'sleep 1' --health-interval 1s
      docker exec --detach $N-web sh -c 'trap "" TERM; sleep 600'
      docker exec --interactive $N-web sleep 600 </dev/null &
      until [ "$(docker inspect --format '{{len .ExecIDs}}' $N-web)" -ge 2 ]; do sleep 0.1; done
      topo-gc submit --container $N-web
      wait
    `);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
