import type { ContainerOptions, EngineObjects } from '../support/engine-objects.ts';

/** What `buildTopology` makes, by the names that it gives. */
export const BUILT = ['net', 'data', 'box'];

/** Builds a container on a network of its own, with a volume, and gives the submission of all three, as `t`. */
export async function buildTopology(objects: EngineObjects, options: ContainerOptions = {}) {
  const network = await objects.network('net');
  const volume = await objects.volume('data');
  const { id } = await objects.container('box', { network: network.name, volume: volume.name, ...options });
  return { id: 't', containers: [id], networks: [network.id], volumes: [volume.name] };
}
