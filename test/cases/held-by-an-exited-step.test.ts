import { expect } from 'vitest';
import { defineCase } from './case.ts';
import { leaksOf } from './site.ts';

defineCase(
  {
    url: 'https://github.com/nektos/act/issues/2457',
    situation:
      'A step ran in a container with the job’s volume, and has ended. Only the volume is handed over, as nobody thinks of the container any more.',
    before: 'it stayed, as a leak that told the id of the container and not its name',
    right: 'the volume stays, as a leak that names the exited container; exit status 70',
  },
  async (site) => {
    const run = await site.run(
      `
      docker volume create $N-workspace
      docker run --name $N-step --volume $N-workspace:/w "$IMAGE" true
      topo-gc submit --volume $N-workspace
    `,
      { options: ['--drain-timeout', '8s'] },
    );
    expect(run.status).toBe(70);
    expect(leaksOf(run, site)).toEqual([['workspace', 'in-use']]);
    expect(run.report.leaks[0]?.reason).toContain(site.named('step'));
    expect(await site.left()).toEqual(['container step', 'volume workspace']);
  },
);
