import { expect } from 'vitest';
import { lackForEngines } from '../support/private-engine.ts';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/moby/moby/issues/40455',
    situation:
      'Containers log to a collector that runs beside them (`--log-driver fluentd`), and are handed over together with it. Where the collector is gone first, the engine can neither stop nor inspect them until it is started anew.',
    before: 'all were stopped at once: the engine hung with the clients, and could not remove them',
    right: 'the clients are stopped first, then the collector; all of it goes',
  },
  async (site) => {
    await site.ownEngine();
    const run = await site.run(
      `
      docker network create $N-net
      docker run --detach --init --name $N-collector --network $N-net --publish 24224 \\
        --label com.docker.compose.project=$N --label com.docker.compose.service=collector "$IMAGE" nc -ll -p 24224 -e sh -c 'cat >/dev/null'
      at=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' $N-collector):24224
      for i in 1 2; do
        docker run --detach --name $N-client$i --network $N-net --log-driver fluentd --log-opt fluentd-address=$at \\
          --label com.docker.compose.project=$N --label com.docker.compose.service=client$i \\
          --label com.docker.compose.depends_on=collector:service_started:false "$IMAGE" \\
          sh -c 'trap "sleep 2; exit 0" TERM; while :; do echo a line; done & wait; sleep 3' || exit 9
      done
      topo-gc submit --compose $N
    `,
      { options: ['--drain-timeout', '25s'] },
    );
    expect(run.status, run.output).toBe(0);
    expect(run.report.leaks).toEqual([]);
  },
  lackForEngines(),
);
