import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import PQueue from 'p-queue';
import { interrupted } from '../interruption.ts';
import { cacheFolder, fillOnce } from '../machine/cache-folder.ts';
import { aptOfSuite } from '../machine/suite-apt.ts';
import { isVersionOf, type NamedEngine } from './engine-names.ts';

/** What the packages' own scripts would have linked. */
const LINKS = ['iptables', 'ip6tables'];
const FOLDERS = ['root/usr/local', 'root/etc', 'new'];
const MERGED = ['bin', 'sbin', 'lib', 'lib64'];

/** A suite that is still worked on has another version of the engine than the one that its name says. */
export class SuiteMovedOn extends Error {
  override readonly name = 'SuiteMovedOn';
}

/** The folder, below the user's cache, that holds these packages of that engine; whether it is there or not. */
export function suiteFolder(
  name: string,
  { suite, packages }: Pick<NamedEngine, 'suite' | 'packages'>,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const digest = createHash('sha256')
    .update([suite, ...packages].join(' '))
    .digest('hex');
  return cacheFolder(join('engines', `${name}-${digest.slice(0, 8)}`), env);
}

/**
 * Unpacks an engine and all that it needs from its suite of Debian, once; nothing of this machine's own packages changes,
 * and no right is needed.
 *
 * @throws Error with what apt said; SuiteMovedOn
 */
export async function fillSuiteFolder(name: string, engine: NamedEngine): Promise<string> {
  const folder = suiteFolder(name, engine);
  await fillOnce(folder, async (path) => {
    console.error(`engine: unpacking ${name} of Debian ${engine.suite} into ${folder}`);
    const apt = join(path, 'apt');
    const packages = await download(apt, engine);
    checkVersion(name, engine, packages);
    await unpack(packages, path);
    await rm(apt, { recursive: true });
  });
  return folder;
}

async function unpack(packages: readonly string[], path: string): Promise<void> {
  const root = join(path, 'root');
  for (const each of [...FOLDERS, ...MERGED.map((name) => `root/usr/${name}`)])
    await mkdir(join(path, each), { recursive: true });
  // Debian 12 has packages with files in `/lib` and the like.
  for (const name of MERGED) await symlink(`usr/${name}`, join(root, name));
  const unpacking = new PQueue({ concurrency: availableParallelism() });
  const extract = (file: string) =>
    promisify(execFile)('dpkg-deb', ['--extract', file, root], { signal: interrupted });
  await unpacking.addAll(packages.map((file) => () => extract(file)));
  for (const link of LINKS) await symlink('xtables-nft-multi', join(root, 'usr/sbin', link));
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

/** @returns paths of packages */
async function download(folder: string, { suite, packages }: NamedEngine): Promise<readonly string[]> {
  await aptOfSuite(
    folder,
    suite,
    'install',
    '--yes',
    '--no-install-recommends',
    '--download-only',
    ...packages,
  );
  const archives = join(folder, 'archives');
  return (await readdir(archives))
    .filter((file) => file.endsWith('.deb'))
    .map((file) => join(archives, file));
}
