/**
 * The one door to dockerode. The agent uses it for: paths and queries of the API's routes, JSON in and out, an error
 * with the status and the words of an answer that is no success, and the frames of a log. Our own code does connections
 * (`engine-agent.ts`), TLS, ssh, deadlines (`engine-call.ts`), the version of the API, the form of answers, and all of
 * the main step (`docker/starting`), which can't wait for dockerode to load. What dockerode loads to build images and
 * to open connections itself stays out of the bundles (`scripts/build/left-out.ts`).
 */
import type { Agent } from 'node:http';
import Docker from 'dockerode';
import { connectionOptions } from './engine-address.ts';

/** Options that docker-modem takes and its types don't know. */
type ClientOptions = Docker.DockerOptions & { readonly agent: Agent; readonly pathPrefix: string };

/** dockerode for exactly this host and version of the API. */
export function createClient(host: string, apiVersion: string, agent: Agent): Docker {
  const options: ClientOptions = {
    // docker-modem fills missing entries from DOCKER_HOST and the like.
    ...{ host: undefined, port: undefined, socketPath: undefined, pathPrefix: '/' },
    ...{ ca: undefined, cert: undefined, key: undefined, timeout: undefined },
    // The agent knows the address and how to connect.
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
