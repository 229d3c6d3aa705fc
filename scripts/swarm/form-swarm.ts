import { setTimeout as sleep } from 'node:timers/promises';
import { interrupted } from '../interruption.ts';
import type { SwarmNode } from './swarm-node.ts';

const PORT = 2377;
const READY_TIMEOUT_MS = 60_000;
const LOOK_MS = 50;
const NS_PER_MS = 1e6;

/** Makes a Swarm of engines that are in none, and waits until all are ready. @throws Error where they are not in time */
export async function formSwarm(
  manager: SwarmNode,
  workers: readonly SwarmNode[],
  heartbeatMs?: number,
): Promise<void> {
  const listen = { ListenAddr: `0.0.0.0:${PORT}` };
  const pace = heartbeatMs !== undefined && { Dispatcher: { HeartbeatPeriod: heartbeatMs * NS_PER_MS } };
  await manager.docker.swarmInit({
    ...listen,
    AdvertiseAddr: manager.address,
    ...(pace && { Spec: pace }),
  });
  const { JoinTokens } = await manager.docker.swarmInspect();
  const joining = workers.map(({ docker, address }) =>
    docker.swarmJoin({
      ...listen,
      AdvertiseAddr: address,
      RemoteAddrs: [`${manager.address}:${PORT}`],
      JoinToken: JoinTokens.Worker,
    }),
  );
  await Promise.all(joining);
  await untilReady(manager, 1 + workers.length);
}

/** Waits until the manager sees that many nodes ready. @throws Error with the state of each, where it does not in time */
export async function untilReady(manager: SwarmNode, count: number): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    const nodes = await manager.docker.listNodes();
    const states = nodes.map(({ Description, Status }) => `${Description?.Hostname} ${Status?.State}`);
    if (states.filter((state) => state.endsWith(' ready')).length === count) return;
    if (performance.now() > deadline) throw new Error(`the Swarm is not ready: ${states.join(', ')}`);
    await sleep(LOOK_MS, undefined, { signal: interrupted });
  }
}
