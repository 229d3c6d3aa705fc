import type { BigIntStats } from 'node:fs';

/**
 * Which file it is, and no other that comes under its name later: numbers of inodes are taken again at once by some file
 * systems (ext4), so the time of its birth is a part of it; that is always 0 where the file system keeps none (statx(2)).
 */
export const fileOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => `${dev}:${ino}:${birthtimeNs}`;

/** ISO 8601; where no birth is kept, the last change of the file or its properties. */
export const createdAt = ({ birthtimeMs, ctimeMs }: BigIntStats): string =>
  new Date(Number(birthtimeMs > 0n ? birthtimeMs : ctimeMs)).toISOString();
