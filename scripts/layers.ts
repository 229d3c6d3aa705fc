import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';

const ROOT = dirname(import.meta.dirname);
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
/** A small repository in which every rule is broken. */
const FORBIDDEN = join(ROOT, 'test/layers/forbidden');
const FOLDERS = ['src', 'scripts', 'test', 'bench', 'chaos', 'simulation'];

/** Holds the rules of `.dependency-cruiser.cjs` against the repository, once each has shown that it can fail. */
async function main(): Promise<void> {
  const toothless = await findToothlessRules();
  if (toothless.length > 0) {
    console.error(`rules that nothing in test/layers/forbidden breaks: ${toothless.join(', ')}`);
    process.exitCode = 1;
  }
  const args = [CRUISER, ...cruiseArguments(ROOT, 'err-long')];
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
}

async function findToothlessRules(): Promise<string[]> {
  const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(CONFIG);
  const args = [CRUISER, ...cruiseArguments(FORBIDDEN, 'json')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: FORBIDDEN });
  const { summary }: ICruiseResult = JSON.parse(stdout);
  const broken = new Set(summary.violations.map(({ rule }) => rule.name));
  return forbidden.map(({ name }) => name).filter((name) => !broken.has(name));
}

function cruiseArguments(root: string, output: string): string[] {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  return ['--config', CONFIG, '--output-type', output, ...folders];
}

await main();
