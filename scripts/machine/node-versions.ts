import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, fillOnce } from './cache-folder.ts';
import type { Requirement } from './requirement.ts';

/** The oldest Node of each line that the bundles run on, besides that of the action. */
export const RUN_ON = ['20.16.0', '22.3.0'] as const;
/** Some that they refuse: the last of two lines that old images have, and one that is too old within its line. */
export const REFUSED = ['16.20.2', '20.15.1'] as const;

const OPTIONS = ['--ignore-scripts', '--no-fund', '--no-audit', '--no-package-lock', '--loglevel', 'error'];

const PACKAGE = `node-linux-${arch()}`;

const folderOf = (version: string): string => cacheFolder(`node-${version}`);

/** The path of that version's `node`, laid out as by `scripts/node24.sh`; whether it is there or not. */
export const nodePath = (version: string): string =>
  join(folderOf(version), 'node_modules', PACKAGE, 'bin/node');

/** That version of Node, from npm. */
export const nodeOf = (version: string): Requirement => ({
  from: [`Node ${version}`],
  isMet: () => existsSync(nodePath(version)),
  install: () =>
    fillOnce(folderOf(version), async (path) => {
      await promisify(execFile)('npm', ['install', '--prefix', path, ...OPTIONS, `${PACKAGE}@${version}`]);
    }),
});

/** All that a build runs its bundles on. */
export const NODES: readonly Requirement[] = [...RUN_ON, ...REFUSED].map(nodeOf);
