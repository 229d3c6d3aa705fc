import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '../engine/engine-names.ts';
import { ROOT } from './run-command.ts';

/** The tag of tests of what differs between engines: `npm test` runs them on each of these too. */
export const PER_ENGINE = 'per-engine';

/** Beside the one that all tests run on. */
export const DIFFERENT_ENGINES: readonly EngineName[] = ['docker-28'];

const TAG = new RegExp(`@module-tag ${PER_ENGINE}\\b|\\btags: '${PER_ENGINE}'`);

/** Files of tests that have the tag, so that no others are loaded to look for it; relative to the repository. */
export function taggedFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('test', path))
    .filter((path) => TAG.test(readFileSync(join(ROOT, path), 'utf8')))
    .sort();
}
