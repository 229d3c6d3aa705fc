import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compile } from './compile.ts';

const FOLDER = 'src/page';

/** Browsers of the last three years. */
const TARGET = 'es2022';

/** Each becomes `NAME.html`. */
const PAGES = [
  {
    name: 'report',
    entry: 'draw-report.tsx',
    title: 'topo-gc report',
    elsewhere: 'The same figures are in report.json beside it.',
  },
  {
    name: 'fleet',
    entry: 'fleet/draw-fleet.tsx',
    title: 'topo-gc report of many jobs',
    elsewhere: 'topo-gc report --json writes the same figures.',
  },
] as const;

/** What a page says without its script. */
type PageWords = Pick<(typeof PAGES)[number], 'title' | 'elsewhere'>;

/** The files of the pages, in their folder. */
export const PAGE_FILES: readonly string[] = PAGES.map(({ name }) => `${name}.html`);

interface Bundled {
  readonly text: string;
  /** Paths of the files that are in there, from the root of the repository. */
  readonly inputs: readonly string[];
}

async function bundle(root: string, entry: string): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(FOLDER, entry)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: TARGET,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
  });
  return { text: outputFiles[0]?.text.trim() ?? '', inputs: Object.keys(metafile.inputs) };
}

/** As a Content-Security-Policy names what is between two tags. */
const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/**
 * Builds the pages that show a report and a fleet, each one file whose last tag is open for its JSON. A page may run nothing but
 * its own script, and load nothing.
 * @returns the names of the packages that are in them. @throws Error where the sources don't compile
 */
export async function buildPages(root: string, folder: string): Promise<string[]> {
  await compile(root, 'tsconfig.page.json');
  const style = await bundle(root, 'page.css');
  await mkdir(folder, { recursive: true });
  const inputs: string[] = [];
  for (const { name, entry, ...words } of PAGES) {
    const script = await bundle(root, entry);
    await writeFile(join(folder, `${name}.html`), shell(words, script.text, style.text));
    inputs.push(...script.inputs);
  }
  return packagesOf(inputs);
}

/** All of a page but the JSON, which belongs behind it. */
const shell = ({ title, elsewhere }: PageWords, script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>This page needs JavaScript, all of which is in this file. ${elsewhere}</noscript>
<script>${script}</script>
<script type="application/json" id="report">`;

const packagesOf = (inputs: readonly string[]): string[] =>
  [...new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))].sort();
