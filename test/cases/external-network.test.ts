import { expect } from 'vitest';
import { lackForCompose } from '../support/played-project.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker/compose/issues/9536',
    situation:
      'A project is on a network and uses a volume that are `external`, and that another project uses too. `down` of the one tries to remove the network of the other.',
    before: 'as now',
    right:
      'the project goes whole; the external network, volume and the other project stay, and nothing is told as left',
  },
  async (site) => {
    await site.composeFile({
      services: { web: { command: 'sleep 600', init: true, networks: ['outside'], volumes: ['kept:/kept'] } },
      networks: { outside: { external: true, name: site.named('outside') } },
      volumes: { kept: { external: true, name: site.named('kept') } },
    });
    const run = await site.run(`
      docker network create $N-outside
      docker volume create $N-kept
      box other --network $N-outside
      compose up --detach
      topo-gc submit --compose $N-shop --volumes
    `);
    expect(run.status, run.output).toBe(0);
    expect(run.report.leaks).toEqual([]);
    expect(await site.left()).toEqual(['container other', 'network outside', 'volume kept']);
  },
  lackForCompose(),
);
