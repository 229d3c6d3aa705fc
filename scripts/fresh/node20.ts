import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../temporary-folder.ts';

/** The last one of its line, and the npm that comes with it. */
const NODE = '20.20.2';
const NPM = '10.8.2';

const OPTIONS = ['--ignore-scripts', '--no-fund', '--no-audit', '--no-package-lock', '--loglevel', 'error'];

/** Lays Node 20 and npm below /usr/local, as the archive of nodejs.org has them; both come from the npm registry. */
export async function layNode20(root: string): Promise<void> {
  await using folder = await temporaryFolder('topo-gc-node20');
  const name = `node-linux-${arch()}`;
  const packages = [`${name}@${NODE}`, `npm@${NPM}`];
  await promisify(execFile)('npm', ['install', '--prefix', folder.path, ...OPTIONS, ...packages]);
  const modules = join(folder.path, 'node_modules');
  const local = join(root, 'usr/local');
  await mkdir(join(local, 'bin'), { recursive: true });
  await cp(join(modules, name, 'bin/node'), join(local, 'bin/node'));
  await cp(join(modules, 'npm'), join(local, 'lib/node_modules/npm'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const command of ['npm', 'npx'])
    await symlink(`../lib/node_modules/npm/bin/${command}-cli.js`, join(local, 'bin', command));
}
