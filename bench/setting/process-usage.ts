import { readFile } from 'node:fs/promises';

/** USER_HZ, the unit of times in /proc, is 100 on every architecture that Node runs on (proc(5), getconf CLK_TCK). */
const TICK_MS = 10;

/** Resident memory of a process, in MiB. */
export async function residentMiB(pid: number): Promise<number> {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kib === undefined) throw new Error(`/proc does not show the memory of process ${pid}`);
  return Number(kib) / 1024;
}

/** The time that all threads of a process have spent on CPUs, in ms; fields 14 and 15 of /proc/PID/stat (proc(5)). */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
