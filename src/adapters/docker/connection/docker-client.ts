import type { Agent } from 'node:http';
import Docker from 'dockerode';
import { connectionOptions } from './engine-address.ts';

/** What docker-modem takes and its types don't know. */
type ClientOptions = Docker.DockerOptions & { readonly agent: Agent; readonly pathPrefix: string };

/** dockerode for exactly this host and version of the API. */
export function createClient(host: string, apiVersion: string, agent: Agent): Docker {
  const options: ClientOptions = {
    // docker-modem fills in from DOCKER_HOST and the like what has no entry of its own.
    ...{ host: undefined, port: undefined, socketPath: undefined, pathPrefix: '/' },
    ...{ ca: undefined, cert: undefined, key: undefined, timeout: undefined },
    // The agent knows where to, and how.
    ...connectionOptions(host),
    protocol: 'http',
    version: `v${apiVersion}`,
    agent,
  };
  return new Docker(options);
}

/** dockerode puts ids into paths as they are. */
export const containerAt = (docker: Docker, id: string): Docker.Container =>
  docker.getContainer(encodeURIComponent(id));

export const networkAt = (docker: Docker, id: string): Docker.Network =>
  docker.getNetwork(encodeURIComponent(id));

export const volumeAt = (docker: Docker, name: string): Docker.Volume =>
  docker.getVolume(encodeURIComponent(name));
