import { readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { CpuReading, CpuTimes, Probe, SpaceReading, Spaces } from '../../../domain/measures/readings.ts';
import { readControlGroups } from './control-groups.ts';
import { countCores, parseCpuTimes, parseLoad, parseMeminfo, parsePressure } from './proc-figures.ts';

interface HostProbeOptions {
  /** Paths whose file systems count. */
  readonly diskPaths: readonly string[];
  /** Why file systems that would count are not seen from here, a line each. */
  readonly unseen?: readonly string[];
  /** The folder in which `proc` and `sys` are. */
  readonly root?: string;
}

/** Reads this host: the file systems that hold `diskPaths`, its memory and its CPUs. */
export class HostProbe implements Probe {
  readonly #diskPaths: readonly string[];
  readonly #unseen: readonly string[];
  readonly #root: string;

  constructor({ diskPaths, unseen = [], root = '/' }: HostProbeOptions) {
    this.#diskPaths = diskPaths;
    this.#unseen = unseen;
    this.#root = root;
  }

  async disk(): Promise<Spaces> {
    const readings = await Promise.allSettled(this.#diskPaths.map(readSpace));
    const spaces = new Map<number, SpaceReading>();
    const failures: string[] = [...this.#unseen];
    for (const [at, reading] of readings.entries()) {
      if (reading.status === 'rejected') failures.push(`${this.#diskPaths[at]}: ${reading.reason.message}`);
      else if (!spaces.has(reading.value.device)) spaces.set(reading.value.device, reading.value.space);
    }
    return { spaces: [...spaces.values()], failures };
  }

  async memory(): Promise<Spaces> {
    const host = parseMeminfo(await this.#read('meminfo'));
    try {
      return { spaces: [host, ...(await readControlGroups(this.#root, host.totalBytes))], failures: [] };
    } catch (error) {
      return { spaces: [host], failures: [error instanceof Error ? error.message : String(error)] };
    }
  }

  async cpu(): Promise<CpuReading> {
    // Without CONFIG_PSI there is no such file; with psi=0 it can't be read.
    const pressure = await this.#read('pressure/cpu').catch(() => undefined);
    if (pressure !== undefined) return parsePressure(pressure);
    const [load, times] = await Promise.all([this.#read('loadavg'), this.#read('stat')]);
    return parseLoad(load, countCores(times));
  }

  async cpuTimes(): Promise<CpuTimes> {
    return parseCpuTimes(await this.#read('stat'));
  }

  #read(name: string): Promise<string> {
    return readFile(join(this.#root, 'proc', name), 'utf8');
  }
}

async function readSpace(path: string): Promise<{ device: number; space: SpaceReading }> {
  // One after the other: if two fail, the same one always comes first, with its own words.
  const { dev } = await stat(path);
  const { blocks, bavail, bsize, files, ffree } = await statfs(path);
  if (blocks === 0) throw new Error('its file system reports no size');
  // btrfs makes inodes as needed, and reports 0.
  const inodes = files > 0 ? { totalInodes: files, freeInodes: ffree } : {};
  return {
    device: dev,
    space: { of: path, totalBytes: blocks * bsize, freeBytes: bavail * bsize, ...inodes },
  };
}
