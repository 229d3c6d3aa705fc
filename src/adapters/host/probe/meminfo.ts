import type { SpaceReading } from '../../../domain/measures/readings.ts';

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
