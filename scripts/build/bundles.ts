import { globSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { temporaryFolder } from '../temporary-folder.ts';
import { compile } from './compile.ts';
import { DROPPED_ASSETS, STAND_INS } from './left-out.ts';
import { nodeGate } from './node-gate.ts';

/** Each becomes `NAME/NAME.js`, from `src/entry/NAME.ts`, and its gate `NAME/index.js`. */
export const ENTRIES = ['main', 'post', 'agent', 'cli'] as const;
/** The one that is a command, by package.json's `bin`. */
const COMMAND = 'cli';
const SHEBANG = '#!/usr/bin/env node\n';
const WORK_FOLDER = '.topo-gc-bundles';
const LICENSES = 'licenses.txt';

/** What is used of ncc, which comes without types. */
type Ncc = (
  entry: string,
  options: Readonly<Record<string, unknown>>,
) => Promise<{ readonly code: string; readonly assets: Readonly<Record<string, { source: Buffer }>> }>;

const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc');

/**
 * Bundles the entries of the repository at `root` into the folder `out`, with the licences of all that is in there. The same
 * sources and packages give the same bytes, wherever the repository is.
 *
 * @throws Error where the sources don't compile, or a bundle comes with something that is not known.
 */
export async function buildBundles(root: string, out: string): Promise<void> {
  // Below the root, so that packages are found; ncc names modules relative to the current folder.
  await using folder = await temporaryFolder(WORK_FOLDER, root);
  using _here = workIn(folder.path);
  const sources = join(folder.path, 'src');
  await compile(root, 'tsconfig.build.json', sources);
  // No module does anything by being imported: a bundle leaves out the modules of which it uses nothing.
  await writeFile(join(sources, 'package.json'), '{ "sideEffects": false }');
  for (const entry of ENTRIES) {
    const { code, chunks } = await bundle(root, join(sources, 'entry', `${entry}.js`));
    const isCommand = entry === COMMAND;
    const path = join(out, entry, 'index.js');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, (isCommand ? SHEBANG : '') + nodeGate(entry));
    await writeFile(join(out, entry, `${entry}.js`), code);
    for (const [name, chunk] of chunks) await writeFile(join(out, entry, name), chunk);
    if (isCommand) await chmod(path, 0o755);
  }
  // A licence counts in what loads at once only, so here everything does.
  const all = join(sources, 'all.js');
  const files = globSync('**/*.js', { cwd: sources }).sort();
  await writeFile(all, files.map((file, at) => `export * as used${at} from './${file}';\n`).join(''));
  const { licenses } = await bundle(root, all);
  await writeFile(join(out, LICENSES), licenses);
}

function workIn(folder: string): Disposable {
  const before = process.cwd();
  process.chdir(folder);
  return { [Symbol.dispose]: () => process.chdir(before) };
}

/** With a single character that Latin-1 lacks, all of a source takes twice as much of the agent's memory. */
const toAscii = (code: string): string =>
  code.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What an entry loads only where it is needed, by `import()`. */
const CHUNK = /^\d+[.]index[.]js$/;

interface Bundle {
  readonly code: string;
  /** By the name of its file, beside the bundle. */
  readonly chunks: ReadonlyMap<string, string>;
  readonly licenses: string;
}

async function bundle(root: string, entry: string): Promise<Bundle> {
  // ncc asks whether `undefined` exists.
  process.noDeprecation = true;
  const { code, assets } = await ncc(entry, {
    cache: false,
    externals: STAND_INS,
    filterAssetBase: root,
    license: LICENSES,
    // Names of functions and classes stay, comments and blanks go: what is smaller loads sooner, and stays in memory as it is.
    minify: true,
    quiet: true,
    target: 'es2024',
  });
  const { [LICENSES]: licenses, ...others } = assets;
  const unknown = Object.keys(others).filter((name) => !CHUNK.test(name) && !DROPPED_ASSETS.has(name));
  if (unknown.length > 0) {
    const advice = 'were the packages installed by `npm ci --ignore-scripts`?';
    throw new Error(`${entry} comes with unknown files (${advice}): ${unknown.join(', ')}`);
  }
  const chunks = new Map<string, string>();
  for (const [name, { source }] of Object.entries(others))
    if (CHUNK.test(name)) chunks.set(name, toAscii(await minified(source.toString())));
  for (const text of [code, ...chunks.values()]) checkPaths(root, entry, text);
  return { code: toAscii(code), chunks, licenses: licenses?.source.toString() ?? '' };
}

/** ncc minifies the bundle alone. */
const minified = async (code: string): Promise<string> =>
  (await transform(code, { minifyWhitespace: true, minifySyntax: true, target: 'es2024' })).code;

function checkPaths(root: string, entry: string, code: string): void {
  const inside = ['src', 'node_modules', WORK_FOLDER].map((name) => join(root, name));
  const found = inside.find((path) => code.includes(path));
  if (found !== undefined) throw new Error(`${entry} contains a path of this machine: ${found}`);
}
