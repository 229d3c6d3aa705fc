import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Job } from './job.ts';

/** Whether the report of a job is there, and whole. @throws SyntaxError where it is not whole */
export function hasReport({ files: { reportJson } }: Job): boolean {
  return existsSync(reportJson) && JSON.parse(readFileSync(reportJson, 'utf8')).version === 1;
}

/** Empty where it is gone with its folder, as after a sweep. */
export const readLog = ({ files: { log } }: Job): string =>
  existsSync(log) ? readFileSync(log, 'utf8') : '';

/** What a job has left behind once it is over: its processes, which are ended, and files but its log and reports. */
export async function leftBehind(job: Job): Promise<string[]> {
  const processes = await job.processesLeft();
  const { socket, spool, commands } = job.files;
  const files = [socket, commands, spool, `${spool}.closed`].filter((path) => existsSync(path));
  return [...processes.map((command) => `process ${command}`), ...files.map((path) => `file ${path}`)];
}

/** The states of agents, dead or alive, that are still there. */
export const statesLeft = ({ stateRoot }: Job): string[] =>
  existsSync(stateRoot) ? readdirSync(stateRoot) : [];
