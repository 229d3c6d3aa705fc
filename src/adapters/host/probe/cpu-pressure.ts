import type { CpuReading } from '../../../domain/measures/readings.ts';

/**
 * From the text of /proc/pressure/cpu (https://docs.kernel.org/accounting/psi.html).
 * @throws Error where it is no such text
 */
export function parsePressure(text: string): CpuReading {
  const [, percent] = /^some avg10=(\d+(?:\.\d+)?) /m.exec(text) ?? [];
  if (percent === undefined) throw new Error('/proc/pressure/cpu has no "some avg10"');
  return { by: 'pressure', percent: Number(percent) };
}

/**
 * From the text of /proc/loadavg (proc_loadavg(5)), whose first figure is that of the last minute.
 * @throws Error where it is no such text
 */
export function parseLoad(text: string, cores: number): CpuReading {
  const [, load] = /^(\d+\.\d+) /.exec(text) ?? [];
  if (load === undefined) throw new Error('/proc/loadavg does not begin with a load');
  return { by: 'load', percent: (100 * Number(load)) / cores };
}
