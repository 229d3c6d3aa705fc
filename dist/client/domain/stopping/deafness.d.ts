/** A set of signals in the kernel's form, in hexadecimal digits: bit N-1 is signal N (proc(5), `SigCgt` and the like). */
export type SignalMask = string;
/** The kernel's view of a process at one moment. */
export interface ProcessLook {
    readonly pid: number;
    readonly parent: number;
    readonly caught: SignalMask;
    readonly ignored: SignalMask;
    readonly blocked: SignalMask;
    /** The kernel function in which it waits; `-`, `0`, `?` or empty if the kernel does not say. */
    readonly waitsIn: string;
}
/** The processes of a container that its stop signal may reach. */
export interface StopAudience {
    /** The first process of its PID namespace. */
    readonly first: ProcessLook;
    /** All children of the first process, if that is the engine's own init, which forwards signals to its child. */
    readonly behindInit?: readonly ProcessLook[];
}
/** Whether a container can hear a signal; `unknown` if one look does not show it. */
export type Hearing = 'hears' | 'deaf' | 'unknown';
/**
 * Whether the signal reaches any process in a container. Init forwards it to one child, and also adopts orphans, so the
 * container is deaf only if all children of init are.
 */
export declare function hearingOf({ first, behindInit }: StopAudience, signal: number): Hearing;
