import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { appendFile, chmod, copyFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Report } from '../../domain/report/report.ts';

/** Keeps a report in a file, as JSON. */
export const writeReport = (path: string, report: Report): Promise<void> =>
  replaceFile(path, (beside) => writeFile(beside, `${JSON.stringify(report, null, 2)}\n`));

const MODE = 0o644;

/** JSON that ends no script, whatever names it contains: no tag and no comment begins in it. */
const toScript = (report: Report): string => JSON.stringify(report).replaceAll('<', '\\u003c');

/**
 * Keeps a report in a file that shows it in a browser.
 * @param template the built page, with its last tag open for the report; it is copied, and never in memory
 */
export const writeReportPage = (path: string, template: string, report: Report): Promise<void> =>
  replaceFile(path, async (beside) => {
    await copyFile(template, beside, constants.COPYFILE_EXCL);
    await chmod(beside, MODE);
    await appendFile(beside, `${toScript(report)}</script>\n</body>\n</html>\n`);
  });

/**
 * Writes a file beside another, and puts it in that one's place. A failure, as on a full disk, leaves the old file
 * unchanged, and nothing of the new one.
 */
async function replaceFile(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await write(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
