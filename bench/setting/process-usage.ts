import { readdir, readFile } from 'node:fs/promises';

/** Resident memory of a process, in MiB. */
export async function residentMiB(pid: number): Promise<number> {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kib === undefined) throw new Error(`/proc does not show the memory of process ${pid}`);
  return Number(kib) / 1024;
}

/**
 * The time that the threads of a process have spent on CPUs, in ms, to the nanosecond: the first field of
 * /proc/PID/task/TID/schedstat (https://docs.kernel.org/scheduler/sched-stats.html).
 */
export async function cpuMs(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = await Promise.all(
    threads.map(async (thread) => Number((await readSchedstat(pid, thread)).split(' ')[0])),
  );
  return times.reduce((sum, time) => sum + time, 0) / 1e6;
}

const readSchedstat = (pid: number, thread: string): Promise<string> =>
  readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8');

/** The flags that a Node was started with, before its script. */
export async function nodeFlags(pid: number): Promise<string[]> {
  const [, ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
  return args.slice(
    0,
    args.findIndex((arg) => !arg.startsWith('-')),
  );
}
