import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { compile } from './compile.ts';

const FOLDER = 'src/page';

/** Browsers of the last three years. */
const TARGET = 'es2022';

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
 * Builds the page that reports are shown by, one file whose last tag is open for the report's JSON. It may run nothing but its own
 * script, and load nothing.
 * @returns the names of the packages that are in it. @throws Error where the sources don't compile
 */
export async function buildPage(root: string, file: string): Promise<string[]> {
  await compile(root, 'tsconfig.page.json');
  const [script, style] = await Promise.all([bundle(root, 'draw-report.tsx'), bundle(root, 'page.css')]);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, shell(script.text, style.text));
  return packagesOf(script.inputs);
}

/** All of the page but the report, which belongs behind it. */
const shell = (script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>topo-gc report</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>This page needs JavaScript, all of which is in this file. The same figures are in report.json beside it.</noscript>
<script>${script}</script>
<script type="application/json" id="report">`;

const packagesOf = (inputs: readonly string[]): string[] =>
  [...new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))].sort();
