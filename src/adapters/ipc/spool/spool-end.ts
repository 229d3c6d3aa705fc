import type { Dirent } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError, TopoGcError } from '../../../domain/errors.ts';
import { ignoreMissing } from '../../files/missing.ts';
import { readSpoolFile } from './spooled-file.ts';

/** The name of a closed spool. */
export const closedSpool = (path: string): string => `${path}.closed`;

/**
 * Closes the spool if it is not closed yet, and removes it.
 * @param keep the folder where untaken submissions wait for the next sweep; without it, these are removed too
 */
export async function removeSpool(path: string, keep?: string): Promise<void> {
  const closed = closedSpool(path);
  await rename(path, closed).catch(ignoreMissing);
  if (keep !== undefined) await keepSubmissions(closed, keep);
  await rm(closed, { recursive: true, force: true });
}

/** Keeps each whole or not at all. @throws Error that names what stays, after all the others */
async function keepSubmissions(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch((error): Dirent[] => {
    ignoreMissing(error);
    return [];
  });
  const faults: string[] = [];
  for (const { name } of entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))) {
    await mkdir(to, { recursive: true, mode: 0o700 });
    try {
      await keepSubmission(join(from, name), join(to, name));
    } catch (error) {
      faults.push(`${join(from, name)} stays: ${describeError(error)}`);
    }
  }
  if (faults.length > 0) throw new Error(faults.join('; '));
}

async function keepSubmission(from: string, to: string): Promise<void> {
  // Includes a file that can't be read for a moment.
  await rename(from, to).catch((error) => {
    if (error.code !== 'EXDEV') return ignoreMissing(error);
    return copySubmission(from, to);
  });
}

/**
 * Copies to another disk. The drain has reported what will never be taken. @throws Error if the file can't be read now:
 * it stays in its place
 */
async function copySubmission(from: string, to: string): Promise<void> {
  const read = await readSpoolFile(from).catch((error) => {
    if (error instanceof TopoGcError) return undefined;
    return ignoreMissing(error);
  });
  if (read === undefined) return;
  await writeFile(`${to}.tmp`, read.bytes, { mode: 0o600, flush: true });
  await rename(`${to}.tmp`, to);
}
