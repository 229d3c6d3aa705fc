/**
 * The one door to dockerode. The agent uses it for the routes of the API: their paths and queries, and the statuses
 * that are a success. Our own code does the requests (`engine-modem.ts`), connections (`engine-agent.ts`), TLS, ssh,
 * deadlines (`engine-call.ts`), the version of the API, the form of answers, and all of the main step
 * (`docker/starting`), which can't wait for dockerode to load. The packages that dockerode loads for requests and to
 * build images stay out of the bundles (`scripts/build/left-out.ts`).
 */
import type { Agent } from 'node:http';
import Docker from 'dockerode';
import { EngineModem } from './engine-modem.ts';

/** dockerode for exactly this host and version of the API. */
export function createClient(host: string, apiVersion: string, agent: Agent): Docker {
  // An option that dockerode takes and its types don't know.
  const options: object = { modem: new EngineModem(host, apiVersion, agent) };
  return new Docker(options);
}

/** dockerode puts ids into paths as they are. */
export const containerAt = (docker: Docker, id: string): Docker.Container =>
  docker.getContainer(encodeURIComponent(id));

export const networkAt = (docker: Docker, id: string): Docker.Network =>
  docker.getNetwork(encodeURIComponent(id));

export const serviceAt = (docker: Docker, id: string): Docker.Service =>
  docker.getService(encodeURIComponent(id));

export const configAt = (docker: Docker, id: string): Docker.Config =>
  docker.getConfig(encodeURIComponent(id));

export const secretAt = (docker: Docker, id: string): Docker.Secret =>
  docker.getSecret(encodeURIComponent(id));

export const volumeAt = (docker: Docker, name: string): Docker.Volume =>
  docker.getVolume(encodeURIComponent(name));
