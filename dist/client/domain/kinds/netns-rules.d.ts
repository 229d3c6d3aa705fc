import { type HostMoment } from '../moment.ts';
/** What the name of a link has to be, in words. */
export declare const TAKES_NETNS = "takes the name of a link in /var/run/netns: letters, digits and _ . -";
export declare const isNetnsName: (text: string) => boolean;
/** The process whose network namespace a link points to; `undefined` for any other target than `/proc/PID/ns/net`. */
export declare function pidOfTarget(target: string): number | undefined;
/** A link to the network namespace of a process. */
export interface NetnsOfProcess {
    readonly pid: number;
    /** Whether there is such a process, whosever. */
    readonly isAlive: boolean;
    readonly made: HostMoment;
}
/**
 * Why a link is not the submission's own; `undefined` where it is: it points to one of the submission's containers, or to a
 * process that is gone, and was there before the submission.
 * @param containers pids of the submission's containers
 */
export declare function whyForeignNetns({ pid, isAlive, made }: NetnsOfProcess, containers: ReadonlySet<number>, submitted: HostMoment): string | undefined;
