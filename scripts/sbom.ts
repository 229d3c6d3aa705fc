import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledSbom } from './release/bundled-sbom.ts';

const ROOT = dirname(import.meta.dirname);
const MOST_BYTES = 2 ** 24;

/** `npm run sbom`: what is in the bundles, as SPDX. */
const all = execFileSync('npm', ['sbom', '--sbom-format', 'spdx'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: MOST_BYTES,
});
const licenses = readFileSync(join(ROOT, 'dist/licenses.txt'), 'utf8');
console.log(JSON.stringify(bundledSbom(JSON.parse(all), licenses), null, 2));
