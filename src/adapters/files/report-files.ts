import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { appendFile, chmod, copyFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Fleet } from '../../domain/fleet/fleet.ts';
import type { Report } from '../../domain/report/report.ts';

/** A file that is written anew: its path, and what writes its content to another path. */
export interface NewFile {
  readonly path: string;
  readonly write: (beside: string) => Promise<void>;
}

/** A report, or the reports of many jobs as one. */
type Shown = Report | Fleet;

/** The file that has it as JSON. */
export const jsonFile = (path: string, shown: Shown): NewFile => ({
  path,
  write: (beside) => writeFile(beside, `${JSON.stringify(shown, null, 2)}\n`),
});

const MODE = 0o644;

/** JSON that ends no script, whatever names it contains: no tag and no comment begins in it. */
const toScript = (shown: Shown): string => JSON.stringify(shown).replaceAll('<', '\\u003c');

/**
 * The file that shows it in a browser.
 * @param template the built page, with its last tag open for the JSON; it is copied, and never in memory
 */
export const pageFile = (path: string, template: string, shown: Shown): NewFile => ({
  path,
  write: async (beside) => {
    await copyFile(template, beside, constants.COPYFILE_EXCL);
    await chmod(beside, MODE);
    await appendFile(beside, `${toScript(shown)}</script>\n</body>\n</html>\n`);
  },
});

/** Keeps a report in a file, as JSON. */
export const writeReport = (path: string, report: Report): Promise<void> =>
  replaceFiles([jsonFile(path, report)]);

/** Keeps a report in a file that shows it in a browser. */
export const writeReportPage = (path: string, template: string, report: Report): Promise<void> =>
  replaceFiles([pageFile(path, template, report)]);

/**
 * Writes each file beside its path, and puts them in their places when all are written. A failure, as on a full disk,
 * leaves the old files unchanged, and nothing of the new ones.
 */
export async function replaceFiles(files: readonly NewFile[]): Promise<void> {
  const all = files.map((file) => ({ ...file, beside: `${file.path}.${randomUUID()}` }));
  try {
    for (const { write, beside } of all) await write(beside);
    for (const { beside, path } of all) await rename(beside, path);
  } catch (error) {
    for (const { beside } of all) await rm(beside, { force: true });
    throw error;
  }
}
