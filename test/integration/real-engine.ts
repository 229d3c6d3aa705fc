import { engineCandidates } from '../../src/adapters/docker/connection/engine-address.ts';
import { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { findEngine } from '../../src/adapters/docker/starting/find-engine.ts';

/** The engine that the tests were given, as the agent would reach it. */
export async function connectToEngine(): Promise<DockerEngine> {
  const { address, identity } = await findEngine(engineCandidates({ env: process.env }));
  return new DockerEngine({ host: address.host, apiVersion: identity.apiVersion, id: identity.id });
}
