import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Has tsc emit what a project file of the repository at `root` names.
 * @param outDir without it, the sources are only checked
 * @throws Error where they don't compile
 */
export async function compile(root: string, project: string, outDir?: string): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const output = outDir === undefined ? ['--noEmit'] : ['--outDir', outDir];
  const args = [tsc, '--project', join(root, project), ...output];
  await promisify(execFile)(process.execPath, args, { cwd: root }).catch((error) => {
    throw new Error(`the sources of ${project} don't compile:\n${error.stdout}`);
  });
}
