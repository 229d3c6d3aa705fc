import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { asRoot, findCommand } from './root-command.ts';

const LOCK_WAIT_S = 120;

/** Installs packages of Debian or Ubuntu; what apt says goes to standard error. */
export async function installPackages(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  if (findCommand('apt-get') === undefined) {
    throw new Error(
      `missing here, and there is no apt-get to install them with: ${names.join(', ')}. ` +
        'Install them by hand, or set DOCKER_HOST to an engine',
    );
  }
  console.error(`engine: installing ${names.join(', ')} from the distribution`);
  await apt('update', '--quiet');
  await apt('install', '--quiet', '--yes', '--no-install-recommends', ...names);
}

async function apt(...args: readonly string[]): Promise<void> {
  const wait = `DPkg::Lock::Timeout=${LOCK_WAIT_S}`;
  const [command, commandArgs] = asRoot(
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    wait,
    ...args,
  );
  const [code, signal] = await once(spawn(command, commandArgs, { stdio: ['ignore', 2, 2] }), 'exit');
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed with ${signal ?? code} (see above)`);
}
