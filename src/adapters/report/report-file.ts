import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Report } from '../../domain/report.ts';

/** Keeps a report in a file; what fails, as on a full disk, leaves the one before as it was, and nothing of this one. */
export async function writeReport(path: string, report: Report): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await writeFile(beside, `${JSON.stringify(report, null, 2)}\n`);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
