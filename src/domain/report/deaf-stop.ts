import type { Member } from '../topology/topology.ts';

/** A container that could not hear its stop signal, and was killed before its grace was over. */
export interface DeafStop {
  /** As the container names it: `SIGTERM`. */
  readonly signal: string;
  /** The time from its stop signal until it had stopped, and the grace that was left then, in ms. */
  readonly afterMs: number;
  readonly savedMs: number;
}

/** `undefined` if it heard the signal, if that is unknown, or if it has not stopped yet. */
export function deafStop({
  deafTo,
  stoppingAt,
  stoppedAt,
  graceMs = 0,
}: Pick<Member, 'deafTo' | 'stoppingAt' | 'stoppedAt'> & { readonly graceMs?: number }):
  | DeafStop
  | undefined {
  if (deafTo === undefined || stoppingAt === undefined || stoppedAt === undefined) return undefined;
  const afterMs = stoppedAt - stoppingAt;
  return { signal: deafTo, afterMs, savedMs: Math.max(0, graceMs - afterMs) };
}
