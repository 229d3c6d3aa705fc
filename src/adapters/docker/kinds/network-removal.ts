import type Docker from 'dockerode';
import { networkAt } from '../connection/docker-client.ts';
import { unlessAbsent } from '../engine-answers.ts';
import { readNetwork } from './inspection.ts';

/**
 * Removes a network that nobody uses.
 * @param byName for an engine that takes a network from its users where it is named by its id
 */
export async function removeNetwork(
  docker: Docker,
  id: string,
  byName: boolean,
  abortSignal: AbortSignal,
): Promise<void> {
  const ref = byName ? await nameOf(docker, id) : id;
  if (ref !== undefined) await unlessAbsent(networkAt(docker, ref).remove({ abortSignal }));
}

async function nameOf(docker: Docker, id: string): Promise<string | undefined> {
  const network = await unlessAbsent(networkAt(docker, id).inspect());
  return network && readNetwork(network).name;
}
