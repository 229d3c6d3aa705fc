import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { interrupted } from '../interruption.ts';
import { aptOfSuite } from './suite-apt.ts';

/**
 * Unpacks one package of another suite of Debian into a folder, without what it depends on.
 *
 * @throws Error with what apt said
 */
export async function unpackFromSuite(suite: string, name: string, folder: string): Promise<void> {
  const apt = join(folder, 'apt');
  await aptOfSuite(apt, suite, 'download', name);
  const [file = ''] = (await readdir(apt)).filter((entry) => entry.endsWith('.deb'));
  await promisify(execFile)('dpkg-deb', ['--extract', join(apt, file), folder], { signal: interrupted });
  await rm(apt, { recursive: true });
}
