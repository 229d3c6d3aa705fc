import { EngineError, type EngineFault } from './engine.ts';
import { HostError, type HostFault } from './ports.ts';

/** Why a member is left, as programs read it; the words beside it are for people. */
export const LEAK_CAUSES = [
  /** Something that was not handed over still uses it. */
  'in-use',
  /** The host or the engine kept it busy. */
  'busy',
  /** It was named, and could not be looked up or taken. */
  'unresolved',
  /** A folder of the host is mounted below it: its removal would empty that folder. */
  'mounted',
  /** Something else makes it anew, or is in charge of it. */
  'owned-elsewhere',
  /** Nobody can say whose it is. */
  'unsure',
  'engine-unreachable',
  'not-stopped',
  /** This user has not the right. */
  'denied',
  /** It was still in use by a lease when the drain was over. */
  'still-leased',
  /** It carries a label that the drain looks for, and came too late. */
  'labelled',
  /** An image that no container uses, and that could not be removed. */
  'unused-image',
  'out-of-time',
  'shown-after-removal',
  /** The engine or the host said no, in words of its own. */
  'failed',
] as const;

export type LeakCause = (typeof LEAK_CAUSES)[number];

/** An error that knows the cause of the leak that it leads to. */
export class LeakError extends Error {
  override readonly name: string = 'LeakError';
  readonly leakCause: LeakCause;

  constructor(leakCause: LeakCause, message: string, cause?: unknown) {
    super(message, { cause });
    this.leakCause = leakCause;
  }
}

const OF_ENGINE: Readonly<Record<EngineFault, LeakCause>> = {
  running: 'not-stopped',
  'in-use': 'in-use',
  busy: 'busy',
  unreachable: 'engine-unreachable',
  rejected: 'failed',
};

const OF_HOST: Readonly<Record<HostFault, LeakCause>> = {
  refused: 'failed',
  denied: 'denied',
  failed: 'failed',
};

/** The cause of the leak that an error of a removal leads to. */
export function causeOf(error: unknown): LeakCause {
  if (error instanceof LeakError) return error.leakCause;
  if (error instanceof EngineError) return OF_ENGINE[error.fault];
  if (error instanceof HostError) return OF_HOST[error.fault];
  return 'failed';
}
