import { readFile } from 'node:fs/promises';

/** The unit of /proc/stat is the kernel's clock tick, which user space sees as 10 ms (proc_stat(5), USER_HZ). */
const TICK_MS = 10;

/** Of the line `cpu`: user, nice, system, idle, iowait, irq, softirq, steal; guests are in user and nice. */
const BUSY = [0, 1, 2, 5, 6];

/** The time that all CPUs of this machine have been busy since it started, whatever process or interrupt it was for, in ms. */
export async function machineBusyMs(): Promise<number> {
  const [, line] = /^cpu +(.+)$/m.exec(await readFile('/proc/stat', 'utf8')) ?? [];
  if (line === undefined) throw new Error('/proc/stat does not show the time of the CPUs');
  const ticks = line.split(' ').map(Number);
  return BUSY.reduce((sum, field) => sum + (ticks[field] ?? 0), 0) * TICK_MS;
}
