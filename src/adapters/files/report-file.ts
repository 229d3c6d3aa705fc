import { writeFile } from 'node:fs/promises';
import type { Report } from '../../domain/report/report.ts';
import { replaceFile } from './replace-file.ts';

/** Keeps a report in a file, as JSON. */
export const writeReport = (path: string, report: Report): Promise<void> =>
  replaceFile(path, (beside) => writeFile(beside, `${JSON.stringify(report, null, 2)}\n`));
