import { cp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import prettyBytes from 'pretty-bytes';
import { describeError } from '../src/domain/errors.ts';
import { addLicenses } from './build/add-licenses.ts';
import { buildBundles, ENTRIES } from './build/bundles.ts';
import { compareFolders } from './build/compare-folders.ts';
import { compile } from './build/compile.ts';
import { buildPages, PAGE_FILES } from './build/page.ts';
import { smokeRun } from './build/smoke-runs.ts';
import { NODES, nodePath, REFUSED, RUN_ON } from './machine/node-versions.ts';
import { setUp } from './machine/set-up.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = dirname(import.meta.dirname);
const DIST = join(ROOT, 'dist');
const PAGES = 'page';

/** `npm run build` makes dist/ anew; with `--check` it says whether dist/ is what the sources give, and changes nothing. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  await using folder = await temporaryFolder('topo-gc-dist');
  const built = join(folder.path, 'dist');
  await buildBundles(ROOT, built);
  // The client for other programs: CommonJS, which Jest can load too, and its types.
  await compile(ROOT, 'tsconfig.client.json', join(built, 'client'));
  await addLicenses(ROOT, join(built, 'licenses.txt'), await buildPages(ROOT, join(built, PAGES)));
  await setUp(NODES);
  await smokeRun(built, [process.execPath, ...RUN_ON.map(nodePath)], REFUSED.map(nodePath));
  if (values.check) await check(built);
  else await replaceDist(built);
}

async function check(built: string): Promise<void> {
  const differences = await compareFolders(DIST, built);
  if (differences.length > 0)
    throw new Error(
      `dist/ is not what the sources give, run \`npm run build\`:\n  ${differences.join('\n  ')}`,
    );
  console.log('dist/ is what the sources give, and each bundle runs on its own');
}

async function replaceDist(built: string): Promise<void> {
  await rm(DIST, { recursive: true, force: true });
  await cp(built, DIST, { recursive: true });
  const pages = PAGE_FILES.map((file) => join(PAGES, file));
  for (const file of [...ENTRIES.map((entry) => `${entry}/${entry}.js`), ...pages])
    console.log(`dist/${file} ${prettyBytes((await stat(join(DIST, file))).size)}`);
}

try {
  await main();
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
