import type { BareEngine } from '../setting/bare-engine.ts';
import type { BuiltTopology } from '../setting/topology-shape.ts';

/** Stops, waits and removes container after container, then network after network, as topology_docker's unbuild does. */
export async function oneByOne(engine: BareEngine, topologies: readonly BuiltTopology[]): Promise<void> {
  for (const { containers, networks } of topologies) {
    for (const id of containers) {
      await engine.ask('POST', `/containers/${id}/stop`);
      await engine.ask('POST', `/containers/${id}/wait`);
      await engine.ask('DELETE', `/containers/${id}?v=1`);
    }
    for (const id of networks) await engine.ask('DELETE', `/networks/${id}`);
  }
}

/**
 * Removes container after container by force, then network after network, as ryuk's reaper does
 * (https://github.com/testcontainers/moby-ryuk, reaper.go).
 */
export async function ryukOrder(engine: BareEngine, topologies: readonly BuiltTopology[]): Promise<void> {
  for (const id of topologies.flatMap(({ containers }) => containers))
    await engine.ask('DELETE', `/containers/${id}?force=1&v=1`);
  for (const id of topologies.flatMap(({ networks }) => networks))
    await engine.ask('DELETE', `/networks/${id}`);
}
