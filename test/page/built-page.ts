import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPage } from '../../scripts/build/page.ts';
import { NEEDED } from '../../scripts/machine/packages.ts';
import { setUp } from '../../scripts/machine/set-up.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The page as it is built from the sources. */
    readonly template: string;
  }
}

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Builds the page once for all tests, and sees to it that there is a browser. */
export async function setup(project: TestProject): Promise<() => void> {
  await setUp(NEEDED.page);
  const folder = new TemporaryFolder();
  const template = join(folder.path, 'report.html');
  await buildPage(ROOT, template);
  project.provide('template', template);
  return () => folder[Symbol.dispose]();
}
