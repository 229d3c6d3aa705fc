import { expect } from 'vitest';
import { defineCase } from './case.ts';

defineCase(
  {
    url: 'https://github.com/containers/podman-compose/issues/353',
    situation:
      'A runner lives in the network namespace of a tunnel (`network_mode: service:tunnel`), and signs off through it when it is stopped. Where the tunnel is stopped first, or together with it, nobody hears that.',
    before: 'both were stopped at once: the sign-off never arrived',
    right: 'the dependent is stopped first, and its sign-off arrives; all of it goes',
  },
  async (site) => {
    const run = await site.run(`
      docker network create $N-net
      docker volume create $N-said
      docker run --detach --init --name $N-hub --network $N-net --network-alias hub "$IMAGE" nc -ll -p 7000 -e true
      box tunnel --network $N-net
      docker run --detach --name $N-runner --network container:$N-tunnel --volume $N-said:/said "$IMAGE" \\
        sh -c 'trap "sleep 1; nc -w 2 hub 7000 </dev/null && echo signed off >/said/all; exit" TERM; while :; do sleep 1 & wait $!; done'
      docker exec $N-runner sh -c 'until nc -w 1 hub 7000 </dev/null; do sleep 0.1; done'
      topo-gc submit --container $N-tunnel --container $N-runner --wait stopped
      note said "$(docker run --rm --volume $N-said:/said "$IMAGE" cat /said/all)"
      topo-gc submit --container $N-hub --network $N-net --volume $N-said
    `);
    expect(run.status, run.output).toBe(0);
    expect(site.noted('said')).toEqual(['signed off']);
    expect(await site.left()).toEqual([]);
  },
);
