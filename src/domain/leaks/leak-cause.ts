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
