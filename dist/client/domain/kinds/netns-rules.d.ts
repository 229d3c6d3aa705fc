import { type HostMoment } from '../moment.ts';
/** The form of a link's name, in words. */
export declare const TAKES_NETNS = "takes the name of a link in /var/run/netns: letters, digits and _ . -";
export declare const isNetnsName: (text: string) => boolean;
/** The process whose network namespace a link points to; `undefined` for any other target than `/proc/PID/ns/net`. */
export declare function pidOfTarget(target: string): number | undefined;
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
export declare function whyForeignNetns({ pid, isAlive, made }: NetnsOfProcess, containers: ReadonlySet<number>, submitted: HostMoment): string | undefined;
