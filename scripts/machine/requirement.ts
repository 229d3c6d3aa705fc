import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { findCommand } from '../engine/root-command.ts';
import { isStaticBinary } from '../engine/static-binary.ts';

const run = promisify(execFile);

/** Something that this machine has to have, and the packages of the distribution that bring it. */
export interface Requirement {
  /** The first of these that the distribution has is installed: Debian 13 splits packages that Debian 12 has in one. */
  readonly from: readonly string[];
  readonly isMet: () => boolean | Promise<boolean>;
  /** Where the distribution does not have it: puts it into the user's cache, for which nobody has to be root. `from` is then its name. */
  readonly install?: () => Promise<void>;
}

/** A command on the PATH or in a folder of the administrator's, whoever has put it there. */
export const command = (name: string, ...from: readonly string[]): Requirement => ({
  from: from.length === 0 ? [name] : from,
  isMet: () => findCommand(name) !== undefined,
});

export const file = (path: string, name: string): Requirement => ({
  from: [name],
  isMet: () => existsSync(path),
});

/** The package itself, for what is neither a command nor a file of one name. */
export const debianPackage = (name: string): Requirement => ({
  from: [name],
  isMet: () =>
    run('dpkg', ['--status', name]).then(
      ({ stdout }) => /^Status: install ok installed$/m.test(stdout),
      () => false,
    ),
});

/** A busybox that needs no libraries, to make an image of. */
export const staticBusybox: Requirement = {
  from: ['busybox-static'],
  isMet: async () => (await findStaticBusybox()) !== undefined,
};

/** The path of that busybox. */
export async function findStaticBusybox(): Promise<string | undefined> {
  const path = findCommand('busybox');
  return path !== undefined && (await isStaticBinary(path)) ? path : undefined;
}
