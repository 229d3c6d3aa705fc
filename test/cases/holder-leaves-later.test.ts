import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker/compose/issues/6096',
    situation:
      'A probe that nobody hands over is still on the network, and goes by itself 3 s later (`--rm`). “Network … has active endpoints” until then.',
    before: 'a leak at once, with nearly all of the budget left',
    right: 'the drain asks again while it has time, and the network goes',
  },
  async (site) => {
    const run = await site.run(
      `
      docker network create $N-net
      docker run --detach --rm --init --name $N-probe --network $N-net "$IMAGE" sleep 3
      topo-gc submit --network $N-net
    `,
      { options: ['--drain-timeout', '30s'] },
    );
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
