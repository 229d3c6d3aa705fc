import Docker from 'dockerode';
import { importBusybox } from '../../scripts/engine/busybox-image.ts';
import { startDockerd } from '../../scripts/engine/private-dockerd.ts';
import { findCommand, isRootToBeHad } from '../../scripts/engine/root-command.ts';
import type { Lack } from './skipped.ts';

/** An engine of a test's own, for what others on it would feel. */
export interface PrivateEngine {
  readonly host: string;
  readonly socketPath: string;
  readonly docker: Docker;
}

/** Why none can be started. */
export function lackForEngines(): Lack | undefined {
  if (!isRootToBeHad()) return 'root: an engine is started as root';
  return findCommand('dockerd') === undefined ? 'package: there is no dockerd' : undefined;
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
  const host = await startDockerd(owned, { different, port });
  const socketPath = host.slice('unix://'.length);
  const docker = new Docker({ socketPath });
  await importBusybox(docker, process.env.TOPO_GC_TEST_IMAGE ?? '');
  return { host, socketPath, docker };
}
