import Docker from 'dockerode';
import { importBusybox } from '../scripts/engine/busybox-image.ts';
import { dockerdPackages, startDockerd } from '../scripts/engine/private-dockerd.ts';
import { asRoot } from '../scripts/engine/root-command.ts';

/** An engine of a test's own, for what others on it would feel. */
export interface PrivateEngine {
  readonly host: string;
  readonly socketPath: string;
  readonly docker: Docker;
}

/** Whether one can be started without installing anything, or asking for a password. */
export function canStartEngines(): boolean {
  try {
    asRoot('dockerd');
    return dockerdPackages().length === 0;
  } catch {
    return false;
  }
}

/**
 * Starts one with the image of the tests; it goes with `owned`.
 * @param different what its `daemon.json` holds instead; `undefined` is the engine's own default
 * @param port at which it also listens, in a network namespace of its own: see PublishedPort
 */
export async function startEngine(
  owned: AsyncDisposableStack,
  different: Readonly<Record<string, unknown>> = {},
  port?: number,
): Promise<PrivateEngine> {
  const host = await startDockerd(owned, different, port);
  const socketPath = host.slice('unix://'.length);
  const docker = new Docker({ socketPath });
  await importBusybox(docker, process.env.TOPO_GC_TEST_IMAGE ?? '');
  return { host, socketPath, docker };
}
