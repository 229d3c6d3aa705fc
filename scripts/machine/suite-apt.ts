import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { debianMirror } from '../fresh/machine-settings.ts';
import { interrupted } from '../interruption.ts';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Where this machine is no Debian 12, and names no mirror of its own for it. */
const MIRROR = 'http://deb.debian.org/debian';
const OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Has apt-get do something with the packages of another suite of Debian, as if nothing were installed. Its lists, its cache and its
 * working folder are `folder`: nothing of this machine's own packages changes, and no right is needed.
 *
 * @throws Error with what apt said
 */
export async function aptOfSuite(folder: string, suite: string, ...args: readonly string[]): Promise<void> {
  for (const path of ['lists/partial', 'archives/partial'])
    await mkdir(join(folder, path), { recursive: true });
  const [status, sources] = [join(folder, 'status'), join(folder, 'sources.list')];
  await writeFile(status, '');
  const mirror = (await debianMirror()) ?? MIRROR;
  await writeFile(sources, `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`);
  const settings = {
    'Dir::State': folder,
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': status,
    'Dir::Cache': folder,
    'Dir::Cache::archives': join(folder, 'archives'),
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
  for (const command of [['update'], args])
    await promisify(execFile)('apt-get', ['--quiet', ...options, ...command], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      maxBuffer: OUTPUT_BYTES,
      signal: interrupted,
    });
}
