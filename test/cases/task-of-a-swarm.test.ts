import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/31536',
    situation:
      'The container of a Swarm’s task is handed over, found by `docker ps`. Swarm starts another one some seconds later.',
    before: 'exit status 0, and the task was back 8 s later',
    right:
      'refused, with the service that owns it; it runs on, and is no leak that could be mended by a removal',
  },
  async (site) => {
    const run = await site.run(
      `
      box task --label com.docker.swarm.task.id=t1 --label com.docker.swarm.service.id=s1 \\
        --label com.docker.swarm.service.name=$N-web --label com.docker.swarm.node.id=n1 --label com.docker.swarm.task=
      topo-gc submit --container $N-task
      note status $?
    `,
      { options: ['--drain-timeout', '8s'] },
    );
    expect(site.noted('status'), run.output).toEqual(['1']);
    expect(run.output).toContain(site.named('web'));
    expect(await site.left()).toEqual(['container task']);
  },
);
