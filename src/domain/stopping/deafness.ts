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

const BITS_A_DIGIT = 4;

/** `undefined` where the mask does not reach that far: `ps` cuts one that is too wide, and marks it so (`<08010002`). */
function has(mask: SignalMask, signal: number): boolean | undefined {
  const isCut = mask.startsWith('<');
  const digits = isCut ? mask.slice(1) : mask;
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  if (isCut && signal > digits.length * BITS_A_DIGIT) return undefined;
  return ((BigInt(`0x${digits}`) >> BigInt(signal - 1)) & 1n) === 1n;
}

const isTold = ({ waitsIn }: ProcessLook): boolean => !['', '-', '0', '?'].includes(waitsIn);

/** While a process waits so, the kernel shows a mask without the signals that it waits for. */
const takesSignals = ({ waitsIn }: ProcessLook): boolean => waitsIn.includes('sigtimedwait');

const isAnyTrue = (...answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;

/** Whether a signal is one that the process does something about, were it not dropped: catches it, blocks it or waits for it. */
function awaits(look: ProcessLook, signal: number): boolean | undefined {
  const isMasked = isAnyTrue(has(look.caught, signal), has(look.blocked, signal));
  return isMasked === false ? (isTold(look) ? takesSignals(look) : undefined) : isMasked;
}

/** The kernel drops what the first process of a PID namespace does not await, ignored or not (signal(7), pid_namespaces(7)). */
function hearsAsFirst(look: ProcessLook, signal: number): Hearing {
  const isAwaited = awaits(look, signal);
  return isAwaited === undefined ? 'unknown' : isAwaited ? 'hears' : 'deaf';
}

/** Any other process ends by a signal that it does not await, unless it ignores that. */
function hearsBehindInit(look: ProcessLook, signal: number): Hearing {
  const isIgnored = has(look.ignored, signal);
  if (isIgnored === undefined) return 'unknown';
  return isIgnored ? hearsAsFirst(look, signal) : 'hears';
}

/**
 * Whether the signal reaches anybody in a container. Init passes it on to one child, and takes in orphans beside: it is deaf
 * only where all its children are.
 */
export function hearingOf({ first, behindInit }: StopAudience, signal: number): Hearing {
  if (behindInit === undefined) return hearsAsFirst(first, signal);
  if (behindInit.length === 0) return 'unknown';
  const all = behindInit.map((look) => hearsBehindInit(look, signal));
  return all.includes('hears') ? 'hears' : all.includes('unknown') ? 'unknown' : 'deaf';
}
