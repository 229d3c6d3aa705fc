import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { TopoGcError } from '../../domain/errors.ts';
import type { Workplace } from '../../session/workplace.ts';

/** Makes the folder of `--report`. @returns its absolute path. @throws TopoGcError `invalid-input` if that is not possible */
export async function makeReportFolder(value: string): Promise<string> {
  const folder = resolve(value);
  await mkdir(folder, { recursive: true }).catch((error) => {
    const takes = 'takes a folder, which is made if it is missing';
    throw new TopoGcError('invalid-input', `--report is ${JSON.stringify(value)}: it ${takes}`, {
      faults: [{ field: 'report', value, detail: takes }],
      cause: error,
    });
  });
  return folder;
}

/** Copies a workplace's drain reports to that folder, because the workplace is removed. */
export async function keepReports(
  folder: string,
  { reportJson, reportHtml }: Pick<Workplace, 'reportJson' | 'reportHtml'>,
): Promise<void> {
  for (const path of [reportJson, reportHtml])
    if (existsSync(path)) await copyFile(path, join(folder, basename(path)));
}
