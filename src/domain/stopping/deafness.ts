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

const BITS_A_DIGIT = 4;

/** `undefined` if the mask is too short: `ps` cuts masks that are too wide, and marks them (`<08010002`). */
function has(mask: SignalMask, signal: number): boolean | undefined {
  const isCut = mask.startsWith('<');
  const digits = isCut ? mask.slice(1) : mask;
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  if (isCut && signal > digits.length * BITS_A_DIGIT) return undefined;
  return ((BigInt(`0x${digits}`) >> BigInt(signal - 1)) & 1n) === 1n;
}

const isTold = ({ waitsIn }: ProcessLook): boolean => !['', '-', '0', '?'].includes(waitsIn);

/** While a process waits in this function, the kernel shows a mask without the signals that the process waits for. */
const takesSignals = ({ waitsIn }: ProcessLook): boolean => waitsIn.includes('sigtimedwait');

const isAnyTrue = (...answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;

/** Whether the process reacts to a signal that is not dropped: the process catches it, blocks it or waits for it. */
function awaits(look: ProcessLook, signal: number): boolean | undefined {
  const isMasked = isAnyTrue(has(look.caught, signal), has(look.blocked, signal));
  return isMasked === false ? (isTold(look) ? takesSignals(look) : undefined) : isMasked;
}

/**
 * The kernel drops signals that the first process of a PID namespace does not await, ignored or not (signal(7),
 * pid_namespaces(7)).
 */
function hearsAsFirst(look: ProcessLook, signal: number): Hearing {
  const isAwaited = awaits(look, signal);
  return isAwaited === undefined ? 'unknown' : isAwaited ? 'hears' : 'deaf';
}

/** Any other process ends on a signal that it does not await, unless it ignores the signal. */
function hearsBehindInit(look: ProcessLook, signal: number): Hearing {
  const isIgnored = has(look.ignored, signal);
  if (isIgnored === undefined) return 'unknown';
  return isIgnored ? hearsAsFirst(look, signal) : 'hears';
}

/**
 * Whether the signal reaches any process in a container. Init forwards it to one child, and also adopts orphans, so the
 * container is deaf only if all children of init are.
 */
export function hearingOf({ first, behindInit }: StopAudience, signal: number): Hearing {
  if (behindInit === undefined) return hearsAsFirst(first, signal);
  if (behindInit.length === 0) return 'unknown';
  const all = behindInit.map((look) => hearsBehindInit(look, signal));
  return all.includes('hears') ? 'hears' : all.includes('unknown') ? 'unknown' : 'deaf';
}
