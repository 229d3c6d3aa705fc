import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { HostMember } from '../../../domain/ports.ts';
import { hasCode } from './host-errors.ts';

/**
 * Identifies a file, and no other that later has its name. Some file systems (ext4) reuse inode numbers at once, so the
 * birth time is a part of it; that is always 0 if the file system keeps none (statx(2)).
 */
export const fileOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => `${dev}:${ino}:${birthtimeNs}`;

/** When it was made; if no birth is kept, the last change of the file or its properties, the latest possible time. */
export const birthOf = ({
  birthtimeMs,
  ctimeMs,
}: BigIntStats): Pick<HostMember, 'createdAt' | 'createdAtMoves'> =>
  birthtimeMs > 0n ? { createdAt: isoOf(birthtimeMs) } : { createdAt: isoOf(ctimeMs), createdAtMoves: true };

/** Whether that file is there, whatever the path to it. @throws the kernel's error */
export async function isFileThere(path: string, file: string | undefined): Promise<boolean> {
  try {
    return fileOf(await lstat(path, { bigint: true })) === file;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

const isoOf = (ms: bigint): string => new Date(Number(ms)).toISOString();
