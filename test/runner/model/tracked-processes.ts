import { readdirSync, readFileSync } from 'node:fs';

/** The variable by which the runner finds what a job's steps left running. */
export const TRACKING_VARIABLE = 'RUNNER_TRACKING_ID';

export interface TrackedProcess {
  readonly pid: number;
  readonly command: string;
}

/** Every process on this machine whose environment carries the job's tracking id. */
export function findTracked(trackingId: string): TrackedProcess[] {
  const wanted = `${TRACKING_VARIABLE}=${trackingId}`;
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => readProcFile(pid, 'environ').split('\0').includes(wanted))
    .map((pid) => ({ pid, command: readProcFile(pid, 'cmdline').split('\0').join(' ').trim() }));
}

/** Kills them, as the runner does when a job is complete, and says which they were. */
export function killTracked(trackingId: string): TrackedProcess[] {
  const orphans = findTracked(trackingId);
  for (const { pid } of orphans) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone in the meantime.
    }
  }
  return orphans;
}

function readProcFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // Gone, or another user's.
  }
}
