/** A set of signals as the kernel writes it, in hexadecimal digits: bit N-1 is signal N (proc(5), `SigCgt` and the like). */
export type SignalMask = string;
/** What the kernel shows of a process at one moment. */
export interface ProcessLook {
    readonly pid: number;
    readonly parent: number;
    readonly caught: SignalMask;
    readonly ignored: SignalMask;
    readonly blocked: SignalMask;
    /** The function of the kernel in which it waits; `-`, `0`, `?` or nothing where the kernel does not tell. */
    readonly waitsIn: string;
}
/** The processes of a container that its stop signal may reach. */
export interface StopAudience {
    /** The first of its PID namespace. */
    readonly first: ProcessLook;
    /** Where the first is the engine's own init, which passes signals on to its child: all its children. */
    readonly behindInit?: readonly ProcessLook[];
}
/** Whether a container can hear a signal; `unknown` where one look does not tell. */
export type Hearing = 'hears' | 'deaf' | 'unknown';
/**
 * Whether the signal reaches anybody in a container. Init passes it on to one child, and takes in orphans beside: it is deaf
 * only where all its children are.
 */
export declare function hearingOf({ first, behindInit }: StopAudience, signal: number): Hearing;
