import { existsSync } from 'node:fs';
import { findCommand } from '../../../scripts/engine/root-command.ts';
import { volumeOptions } from './container-mounts.ts';
import type { ContainerSpec } from './job-model.ts';

/** Of this machine, for programs of it: its Node and its Docker client are not static. */
const LIBRARIES = ['/lib', '/lib64', '/usr/lib'].filter((path) => existsSync(path));

/**
 * A job's container of the tests' busybox, which has no libraries of its own: it is lent those of this machine, and the commands
 * `docker` and `curl`, as a workflow's `volumes:` would.
 */
export function lentContainer(options: readonly string[] = []): ContainerSpec {
  const { TOPO_GC_TEST_IMAGE: image = '' } = process.env;
  const commands = ['docker', 'curl'].map((name) => ({
    source: findCommand(name) ?? '',
    target: `/usr/bin/${name}`,
  }));
  const libraries = LIBRARIES.map((path) => ({ source: path, target: path }));
  const volumes = [...libraries, ...commands].map((mount) => ({ ...mount, readOnly: true }));
  return { image, env: { PATH: '/usr/bin:/bin' }, options: [...volumeOptions(volumes), ...options] };
}
