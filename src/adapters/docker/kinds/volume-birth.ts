import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const SECOND_MS = 1000n;
const NS_PER_SECOND = 1_000_000_000n;

/**
 * When a volume was made, on an engine of this host that does not tell: the birth of the volume's folder. Only root can
 * see more of that folder than that it exists.
 * @param mountpoint the place of its files, by the engine
 * @param createdAt the engine's time: the last change of that folder, in whole seconds
 * @returns ISO 8601 with nanoseconds; `undefined` if this process can't look, or something else is there
 */
export async function volumeBirth(mountpoint: string, createdAt: string): Promise<string | undefined> {
  try {
    const [files, folder] = await Promise.all(
      [mountpoint, dirname(mountpoint)].map((path) => stat(path, { bigint: true })),
    );
    if (files === undefined || folder === undefined || folder.birthtimeNs === 0n) return undefined;
    const isIt = files.mtimeMs / SECOND_MS === BigInt(Date.parse(createdAt)) / SECOND_MS;
    return isIt ? isoOf(folder.birthtimeNs) : undefined;
  } catch {
    // It belongs to another user, or to a container with files of its own: then only the engine's word counts.
    return undefined;
  }
}

const isoOf = (ns: bigint): string => {
  const [whole] = new Date(Number(ns / 1_000_000n)).toISOString().split('.');
  return `${whole}.${String(ns % NS_PER_SECOND).padStart(9, '0')}Z`;
};
