import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker/compose/issues/9800',
    situation:
      'A database has five minutes of grace and needs them. Another test hands over its container, waits with `--wait removed`, and would use the name again.',
    before: 'what came after was not removed before the drain killed the database',
    right:
      'what has stopped is removed at once; the database gets what the drain’s budget leaves of its grace',
  },
  async (site) => {
    const run = await site.run(
      `
      deaf db --stop-timeout 300
      topo-gc submit --container $N-db
      topo-gc collect
      box web
      timeout 15 topo-gc submit --container $N-web --wait removed
      note status $?
      note web "$(docker ps --all --quiet --filter name=$N-web)"
    `,
      { options: ['--drain-timeout', '8s'] },
    );
    expect(site.noted('status'), run.output).toEqual(['0']);
    expect(site.noted('web')).toEqual([]);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
