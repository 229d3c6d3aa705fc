import type { CpuTimes } from '../../../domain/measures/readings.ts';

/** Of the figures behind `cpu`: `idle` and `iowait`; what a guest takes is in `user` and `nice` already. */
const IDLE = [3, 4];
const COUNTED = 8;

/**
 * From the text of /proc/stat (proc_stat(5)): all cores together, in ticks.
 * @throws Error where it is no such text
 */
export function parseCpuTimes(text: string): CpuTimes {
  const [, figures] = /^cpu +(\d+(?: \d+){3,})$/m.exec(text) ?? [];
  if (figures === undefined) throw new Error('/proc/stat has no line of all CPUs');
  const ticks = figures.split(' ').slice(0, COUNTED).map(Number);
  const total = ticks.reduce((sum, each) => sum + each, 0);
  return { total, busy: IDLE.reduce((rest, at) => rest - (ticks[at] ?? 0), total) };
}

/** How many cores that text tells of. */
export const countCores = (text: string): number => Math.max(1, text.match(/^cpu\d+ /gm)?.length ?? 0);
