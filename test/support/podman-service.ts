import { importBusybox } from '../../scripts/engine/busybox-image.ts';
import { PrivatePodman } from '../../scripts/engine/private-podman.ts';
import { findCommand } from '../../scripts/engine/root-command.ts';
import { type Lack, needsRoot } from './skipped.ts';

/** Why none can be started. */
export const lackForPodman = (): Lack | undefined =>
  needsRoot() ?? (findCommand('podman') === undefined ? 'package: there is no podman' : undefined);

/** Podman's Docker-compatible service with the image of the tests; it goes with `owned`. */
export async function startPodman(owned: AsyncDisposableStack): Promise<PrivatePodman> {
  const podman = await PrivatePodman.start(owned);
  await importBusybox(podman.docker, process.env.TOPO_GC_TEST_IMAGE ?? '');
  return podman;
}
