import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommandLine } from './command-line.ts';
import { releaseChangelog, releaseNotes } from './release/changelog.ts';
import { writeVersion } from './release/version-files.ts';
import { requireNext } from './release/version-order.ts';

const ROOT = dirname(import.meta.dirname);
const CHANGELOG = join(ROOT, 'CHANGELOG.md');

const USAGE = `usage: npm run release -- VERSION          commits and tags VERSION; pushing the tag publishes it
       npm run release -- --notes VERSION  prints what CHANGELOG.md says of it`;

function readOptions(args: readonly string[]): { version: string; notes: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { notes: { type: 'boolean', default: false } },
  });
  const [version, ...more] = positionals;
  if (version === undefined || more.length > 0) throw new Error('one VERSION is needed');
  return { version, notes: values.notes };
}

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

async function release(version: string): Promise<void> {
  const { version: current } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  requireNext(current, version);
  const branch = run('git', 'branch', '--show-current');
  if (branch !== 'main') throw new Error(`releases are made on main, and this is ${branch || 'no branch'}`);
  if (run('git', 'status', '--porcelain') !== '') throw new Error('there is something that is not committed');
  const date = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const changelog = releaseChangelog(await readFile(CHANGELOG, 'utf8'), version, date);
  await writeVersion(ROOT, version);
  await writeFile(CHANGELOG, changelog);
  run('npm', 'version', version, '--no-git-tag-version', '--ignore-scripts');
  run('npm', 'run', 'build');
  run('git', 'commit', '--all', '--message', `release: ${version}`);
  // Else git takes its headings for comments.
  const verbatim = '--cleanup=verbatim';
  run('git', 'tag', '--annotate', verbatim, '--message', releaseNotes(changelog, version), `v${version}`);
  console.log(
    `v${version} is committed and tagged. To publish it: git push --atomic origin main v${version}`,
  );
}

await runCommandLine({
  usage: USAGE,
  read: readOptions,
  run: async ({ version, notes }) => {
    if (notes) console.log(releaseNotes(await readFile(CHANGELOG, 'utf8'), version));
    else await release(version);
  },
});
