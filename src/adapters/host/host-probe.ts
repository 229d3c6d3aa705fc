import { readFile, stat, statfs } from 'node:fs/promises';
import type { Probe } from '../../domain/ports.ts';
import type { SpaceReading } from '../../domain/readings.ts';
import { parseMeminfo } from './meminfo.ts';

/** Reads this host: the file systems that hold `diskPaths`, and its memory. */
export class HostProbe implements Probe {
  readonly #diskPaths: readonly string[];

  constructor({ diskPaths }: { readonly diskPaths: readonly string[] }) {
    this.#diskPaths = diskPaths;
  }

  async disk(): Promise<{ spaces: SpaceReading[]; failures: string[] }> {
    const readings = await Promise.allSettled(this.#diskPaths.map(readSpace));
    const spaces = new Map<number, SpaceReading>();
    const failures: string[] = [];
    for (const [at, reading] of readings.entries()) {
      if (reading.status === 'rejected') failures.push(`${this.#diskPaths[at]}: ${reading.reason.message}`);
      else if (!spaces.has(reading.value.device)) spaces.set(reading.value.device, reading.value.space);
    }
    return { spaces: [...spaces.values()], failures };
  }

  async memory(): Promise<SpaceReading> {
    return parseMeminfo(await readFile('/proc/meminfo', 'utf8'));
  }
}

async function readSpace(path: string): Promise<{ device: number; space: SpaceReading }> {
  const [{ dev }, { blocks, bavail, bsize }] = await Promise.all([stat(path), statfs(path)]);
  if (blocks === 0) throw new Error('its file system tells no size');
  return { device: dev, space: { of: path, totalBytes: blocks * bsize, freeBytes: bavail * bsize } };
}
