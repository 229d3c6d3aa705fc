import { type HostMoment, isNotYounger } from '../moment.ts';

/** The form of a link's name, in words. */
export const TAKES_NETNS = 'takes the name of a link in /var/run/netns: letters, digits and _ . -';

export const isNetnsName = (text: string): boolean => /^[\w.-]{1,255}$/.test(text) && !/^\.\.?$/.test(text);

/** The process whose network namespace a link points to; `undefined` for any other target than `/proc/PID/ns/net`. */
export function pidOfTarget(target: string): number | undefined {
  const [, pid] = /^\/proc\/([1-9]\d{0,9})\/ns\/net$/.exec(target) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

/** A link to the network namespace of a process. */
export interface NetnsOfProcess {
  readonly pid: number;
  /** Whether such a process exists, whoever owns it. */
  readonly isAlive: boolean;
  readonly made: HostMoment;
}

/**
 * Why a link does not belong to the submission; `undefined` if it does. It does if it points to one of the submission's
 * containers, or if it points to a process that is gone and the link existed before the submission.
 * @param containers pids of the submission's containers
 */
export function whyForeignNetns(
  { pid, isAlive, made }: NetnsOfProcess,
  containers: ReadonlySet<number>,
  submitted: HostMoment,
): string | undefined {
  if (containers.has(pid)) return undefined;
  if (isAlive) return `points to the process ${pid}, which is none of the submission's containers`;
  if (!isNotYounger(made, submitted))
    return `points to the process ${pid}, which is gone, and may be younger than the submission`;
  return undefined;
}
