import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPages } from '../../scripts/build/page.ts';
import { NEEDED } from '../../scripts/machine/packages.ts';
import { setUp } from '../../scripts/machine/set-up.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the pages as they are built from the sources. */
    readonly pages: string;
  }
}

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Builds the pages once for all tests, and sees to it that there is a browser. */
export async function setup(project: TestProject): Promise<() => void> {
  await setUp(NEEDED.page);
  const folder = new TemporaryFolder();
  await buildPages(ROOT, folder.path);
  project.provide('pages', folder.path);
  return () => folder[Symbol.dispose]();
}
