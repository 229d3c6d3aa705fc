import type { CpuReading, CpuTimes, SpaceReading } from '../../../domain/measures/readings.ts';

/**
 * The host's memory from the text of /proc/meminfo. Free is what the kernel calls available: page cache counts as free.
 * @throws Error naming the line that is missing (MemAvailable came with Linux 3.14).
 */
export function parseMeminfo(text: string): SpaceReading {
  return { of: 'memory', totalBytes: bytesOf(text, 'MemTotal'), freeBytes: bytesOf(text, 'MemAvailable') };
}

function bytesOf(text: string, name: string): number {
  const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text) ?? [];
  if (kibibytes === undefined) throw new Error(`/proc/meminfo has no ${name}`);
  return Number(kibibytes) * 1024;
}

/**
 * From the text of /proc/pressure/cpu (https://docs.kernel.org/accounting/psi.html).
 * @throws Error if the text is something else
 */
export function parsePressure(text: string): CpuReading {
  const [, percent] = /^some avg10=(\d+(?:\.\d+)?) /m.exec(text) ?? [];
  if (percent === undefined) throw new Error('/proc/pressure/cpu has no "some avg10"');
  return { by: 'pressure', percent: Number(percent) };
}

/**
 * From the text of /proc/loadavg (proc_loadavg(5)), whose first figure is for the last minute.
 * @throws Error if the text is something else
 */
export function parseLoad(text: string, cores: number): CpuReading {
  const [, load] = /^(\d+\.\d+) /.exec(text) ?? [];
  if (load === undefined) throw new Error('/proc/loadavg does not begin with a load');
  return { by: 'load', percent: (100 * Number(load)) / cores };
}

/** The positions of `idle` and `iowait` behind `cpu`; `user` and `nice` already include a guest's time. */
const IDLE = [3, 4];
const COUNTED = 8;

/**
 * From the text of /proc/stat (proc_stat(5)): all cores together, in ticks.
 * @throws Error if the text is something else
 */
export function parseCpuTimes(text: string): CpuTimes {
  const [, figures] = /^cpu +(\d+(?: \d+){3,})$/m.exec(text) ?? [];
  if (figures === undefined) throw new Error('/proc/stat has no line of all CPUs');
  const ticks = figures.split(' ').slice(0, COUNTED).map(Number);
  const total = ticks.reduce((sum, each) => sum + each, 0);
  return { total, busy: IDLE.reduce((rest, at) => rest - (ticks[at] ?? 0), total) };
}

/** The number of cores in that text. */
export const countCores = (text: string): number => Math.max(1, text.match(/^cpu\d+ /gm)?.length ?? 0);
