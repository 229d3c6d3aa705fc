import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Where commands are looked for: a user's PATH often lacks the folders of the administrator's. */
export const COMMAND_PATH = `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`;

/** The path of a command; `undefined` where there is none. */
export function findCommand(name: string): string | undefined {
  return COMMAND_PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const NO_SUDO =
  'root is needed: run this as root or as a user whose sudo asks for no password, or set DOCKER_HOST to an engine';

/** Whether this is root, or sudo asks for no password. */
export const isRootToBeHad = (): boolean =>
  process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * How to run a command as root: as it is, or through a sudo that asks for no password.
 *
 * @throws Error where neither is possible.
 */
export function asRoot(
  ...[command, ...args]: readonly [command: string, ...args: string[]]
): [command: string, args: readonly string[]] {
  if (process.getuid?.() === 0) return [command, args];
  if (!isRootToBeHad()) throw new Error(NO_SUDO);
  return ['sudo', ['-n', command, ...args]];
}

/** Runs a command as root to its end; its output is in the error where it fails. */
export async function runAsRoot(command: string, ...args: readonly string[]): Promise<void> {
  const [file, fileArgs] = asRoot(command, ...args);
  await promisify(execFile)(file, fileArgs, { env: { ...process.env, PATH: COMMAND_PATH } });
}

/**
 * Sends a signal to processes, or groups of them as `-PID`, whosever they are; one that is gone is no error. By the shell's own `kill`: not every machine has
 * the command.
 */
export async function signalAsRoot(
  signal: 'INT' | 'TERM' | 'KILL',
  ...pids: readonly string[]
): Promise<void> {
  await runAsRoot(
    'sh',
    '-c',
    'signal=$1; shift; kill -s "$signal" -- "$@" 2>/dev/null || true',
    'sh',
    signal,
    ...pids,
  );
}
