import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { debianMirror } from '../fresh/machine-settings.ts';
import { interrupted } from '../interruption.ts';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Where this machine is no Debian 12, and names no mirror of its own for it. */
const MIRROR = 'http://deb.debian.org/debian';

/**
 * Unpacks one package of another suite of Debian into a folder, without what it depends on. Nothing of this machine's own packages
 * changes, and no right is needed.
 *
 * @throws Error with what apt said
 */
export async function unpackFromSuite(suite: string, name: string, folder: string): Promise<void> {
  const apt = join(folder, 'apt');
  for (const path of ['lists/partial', 'archives/partial']) await mkdir(join(apt, path), { recursive: true });
  const sources = join(apt, 'sources.list');
  const mirror = (await debianMirror()) ?? MIRROR;
  await writeFile(sources, `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`);
  const settings = {
    'Dir::State::lists': join(apt, 'lists'),
    'Dir::Cache': apt,
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    // Its own user may not read the folder.
    'APT::Sandbox::User': 'root',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const run = async (command: string, ...args: readonly string[]) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    await promisify(execFile)(command, args, { cwd: apt, env, signal: interrupted });
  };
  await run('apt-get', '--quiet', ...options, 'update');
  await run('apt-get', '--quiet', ...options, 'download', name);
  const [file = ''] = (await readdir(apt)).filter((entry) => entry.endsWith('.deb'));
  await run('dpkg-deb', '--extract', file, folder);
  await rm(apt, { recursive: true });
}
