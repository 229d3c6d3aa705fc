import { expect } from 'vitest';
import { lackForCompose } from '../support/played-project.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker/compose/issues/13465',
    situation:
      'A service has a volume without a name, and `up --force-recreate` carries it over to the new container. `docker compose down --volumes` removes it.',
    before: 'exit status 0, and the volume was left on 20.10; on 28.5 as now',
    right: 'the volume goes with the project, as with `down --volumes`',
  },
  async (site) => {
    await site.composeFile({ services: { web: { command: 'sleep 600', init: true, volumes: ['/data'] } } });
    const run = await site.run(`
      compose up --detach
      compose up --detach --force-recreate
      note volume "$(docker inspect --format '{{range .Mounts}}{{.Name}}{{end}}' $(compose ps --quiet))"
      topo-gc submit --compose $N-shop --volumes
    `);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
    expect(await site.hasVolume(site.noted('volume')[0] ?? '')).toBe(false);
  },
  lackForCompose(),
);
