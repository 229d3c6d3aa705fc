import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { jsonFile, type NewFile, pageFile, replaceFiles } from '../../adapters/files/report-files.ts';
import type { Fleet } from '../../domain/fleet/fleet.ts';
import { pageTemplate } from '../../session/workplace.ts';
import { UsageError } from '../command.ts';

/** The files that a command line asks for. */
export interface Outputs {
  readonly html?: string | undefined;
  readonly json?: string | undefined;
}

const TAKES = 'takes a file in a folder that exists';

/** The file behind a path, whether it exists or not. @throws UsageError if it can't be a file */
function targetOf(option: string, path: string): string {
  const no = (why: string) => new UsageError(`--${option} ${JSON.stringify(path)}: ${why}; ${TAKES}`);
  if (path === '') throw no('is empty');
  const folder = dirname(resolve(path));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw no(`there is no folder ${folder}`);
  const target = join(realpathSync(folder), basename(resolve(path)));
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw no('is a folder');
  return existsSync(target) ? realpathSync(target) : target;
}

/** Checks what would be found out only when all reports are read. @throws UsageError */
export function checkOutputs({ html, json }: Outputs, reports: readonly string[]): void {
  const read = new Set(reports.filter((path) => existsSync(path)).map((path) => realpathSync(path)));
  const targets = Object.entries({ html, json }).flatMap(([option, path]) =>
    path === undefined ? [] : [{ option, path, target: targetOf(option, path) }],
  );
  for (const { option, path, target } of targets)
    if (read.has(target))
      throw new UsageError(`--${option} ${path}: is one of the reports, and would replace it`);
  const [first, second] = targets;
  if (first !== undefined && first.target === second?.target)
    throw new UsageError(`--json ${json}: is also --html; takes another file`);
}

/** Writes both files, or none. @throws Error if this distribution has no page, or a file can't be written */
export async function writeOutputs({ html, json }: Outputs, fleet: Fleet): Promise<void> {
  const files: NewFile[] = json === undefined ? [] : [jsonFile(json, fleet)];
  if (html !== undefined) {
    const template = pageTemplate('fleet');
    if (!existsSync(template)) throw new Error(`the page is not built: ${template} is not there`);
    files.push(pageFile(html, template, fleet));
  }
  await replaceFiles(files);
}
