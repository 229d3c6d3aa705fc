import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/35225',
    situation:
      'A script collects names by `docker inspect --format {{.Name}}`, which begin with a slash: `/web`. It hands them over as they are.',
    before: 'as now',
    right: 'the container is found under that name and goes, as it does for `docker rm`',
  },
  async (site) => {
    const run = await site.run(`
      box web
      topo-gc submit --container "$(docker inspect --format '{{.Name}}' $N-web)"
    `);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
