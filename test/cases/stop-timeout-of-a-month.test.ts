import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/docker/compose/issues/3370',
    situation:
      'A container was made with a stop timeout of 30 days (`--stop-timeout 2592000`), so that it is never killed. It ends by itself when it is asked to.',
    before: 'every collection failed at once, as a timer of Node holds 24.8 days; only the drain removed it',
    right: 'it is stopped and removed like any other',
  },
  async (site) => {
    const run = await site.run(
      `
      box month --stop-timeout 2592000
      box web
      topo-gc submit --container $N-month --container $N-web
      timeout 20 topo-gc collect --wait
      note status $?
    `,
      { options: ['--drain-timeout', '8s'] },
    );
    expect(site.noted('status'), run.output).toEqual(['0']);
    expect(run.status, run.output).toBe(0);
    expect(await site.left()).toEqual([]);
  },
);
