import { constants } from 'node:fs';
import { appendFile, chmod, copyFile } from 'node:fs/promises';
import type { Report } from '../../domain/report/report.ts';
import { replaceFile } from './replace-file.ts';

const MODE = 0o644;

/** JSON that ends no script, whatever names it holds: no tag and no comment begins in it. */
const toScript = (report: Report): string => JSON.stringify(report).replaceAll('<', '\\u003c');

/**
 * Keeps a report in a file that shows it in a browser.
 * @param template the page as it is built, its last tag open for the report; it is copied, and never in memory
 */
export const writeReportPage = (path: string, template: string, report: Report): Promise<void> =>
  replaceFile(path, async (beside) => {
    await copyFile(template, beside, constants.COPYFILE_EXCL);
    await chmod(beside, MODE);
    await appendFile(beside, `${toScript(report)}</script>\n</body>\n</html>\n`);
  });
