import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import PQueue from 'p-queue';
import { debianMirror } from '../fresh/machine-settings.ts';
import { interrupted } from '../interruption.ts';
import { type TemporaryFolder, temporaryFolder } from '../temporary-folder.ts';
import { isVersionOf, type NamedEngine } from './engine-names.ts';

const run = promisify(execFile);

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Where this machine is no Debian 12, and names no mirror of its own for it. */
const MIRROR = 'http://deb.debian.org/debian';
const OUTPUT_BYTES = 64 * 1024 * 1024;
/** What the packages' own scripts would have linked. */
const LINKS = ['iptables', 'ip6tables'];
const FOLDERS = ['root/usr/local', 'root/etc', 'new'];
const MERGED = ['bin', 'sbin', 'lib', 'lib64'];

/** A suite that is still worked on has another version of the engine than the one that its name says. */
export class SuiteMovedOn extends Error {
  override readonly name = 'SuiteMovedOn';
}

/** The folder, below the user's cache, that holds the programs of that engine; whether it is there or not. */
export function suiteFolder(name: string, env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'topo-gc/engines', name);
}

/**
 * Unpacks an engine and all that it needs from its suite of Debian, once; nothing of this machine's own packages changes,
 * and no right is needed.
 *
 * @throws Error with what apt said; SuiteMovedOn
 */
export async function fillSuiteFolder(name: string, engine: NamedEngine): Promise<string> {
  const folder = suiteFolder(name);
  if (existsSync(folder)) return folder;
  console.error(`engine: unpacking ${name} of Debian ${engine.suite} into ${folder}`);
  await mkdir(dirname(folder), { recursive: true });
  // Beside it, so that it appears as a whole.
  await using making = await temporaryFolder(`.${name}`, dirname(folder));
  const packages = await download(making, engine);
  checkVersion(name, engine, packages);
  await Promise.all(
    [...FOLDERS, ...MERGED.map((path) => `root/usr/${path}`)].map((path) => mkdirIn(making, path)),
  );
  // Debian 12 has packages with files in `/lib` and the like.
  for (const path of MERGED) await symlink(`usr/${path}`, join(making.path, 'root', path));
  const unpacking = new PQueue({ concurrency: availableParallelism() });
  await unpacking.addAll(
    packages.map(
      (path) => () =>
        run('dpkg-deb', ['--extract', path, join(making.path, 'root')], { signal: interrupted }),
    ),
  );
  for (const link of LINKS) await symlink('xtables-nft-multi', join(making.path, 'root/usr/sbin', link));
  await rm(join(making.path, 'apt'), { recursive: true });
  await rename(making.path, folder).catch((error: NodeJS.ErrnoException) => {
    // Another process was quicker.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return folder;
}

/** @throws SuiteMovedOn */
export function checkVersion(name: string, engine: NamedEngine, paths: readonly string[]): void {
  const [main] = engine.packages;
  const file = paths.map((path) => basename(path)).find((each) => each.startsWith(`${main}_`)) ?? '';
  // An epoch comes first, as `2%3a`.
  const version = /_(?:\d+%3a)?([^_]*)_/.exec(file)?.[1] ?? 'nothing';
  if (isVersionOf(engine, version)) return;
  const place = 'scripts/engine/engine-names.ts';
  throw new SuiteMovedOn(
    `${name}: Debian ${engine.suite} has ${main} ${version} today, and not ${engine.major}: mend its line in ${place}`,
  );
}

async function mkdirIn({ path }: TemporaryFolder, name: string): Promise<void> {
  await mkdir(join(path, name), { recursive: true });
}

/** @returns paths of packages */
async function download(
  folder: TemporaryFolder,
  { suite, packages }: NamedEngine,
): Promise<readonly string[]> {
  const apt = join(folder.path, 'apt');
  await Promise.all(['apt/lists/partial', 'apt/archives/partial'].map((path) => mkdirIn(folder, path)));
  await writeFile(join(apt, 'status'), '');
  const mirror = (await debianMirror()) ?? MIRROR;
  await writeFile(join(apt, 'sources.list'), `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`);
  const settings = {
    'Dir::State': apt,
    'Dir::State::lists': join(apt, 'lists'),
    'Dir::State::status': join(apt, 'status'),
    'Dir::Cache': apt,
    'Dir::Cache::archives': join(apt, 'archives'),
    'Dir::Etc::sourcelist': join(apt, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Acquire::Languages': 'none',
    // Its own user may not read the folder.
    'APT::Sandbox::User': 'root',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  await aptGet(...options, 'update');
  await aptGet(
    ...options,
    ...['install', '--yes', '--no-install-recommends', '--download-only', ...packages],
  );
  const names = await readdir(join(apt, 'archives'));
  return names.filter((file) => file.endsWith('.deb')).map((file) => join(apt, 'archives', file));
}

async function aptGet(...args: readonly string[]): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  await run('apt-get', ['--quiet', ...args], { env, maxBuffer: OUTPUT_BYTES, signal: interrupted });
}
