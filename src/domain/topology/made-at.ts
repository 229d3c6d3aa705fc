import type { Facts } from '../kinds/kind.ts';
import { type EngineMoment, engineMoment, type HostMoment, hostMoment, notAfter } from '../moment.ts';

type Made = Pick<Facts, 'createdAt' | 'createdAtMoves'>;

const ALWAYS = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

/**
 * The time at which the engine made a member, by the engine's clock. A moving time only moves forward, so it is the latest
 * possible time.
 */
export function madeOnEngine({ createdAt, createdAtMoves }: Made): EngineMoment {
  const made = engineMoment(createdAt) ?? { clock: 'engine', ...ALWAYS };
  return createdAtMoves ? notAfter(made) : made;
}

/** The time at which a link or a path was made, by this host's clock. */
export function madeOnHost({ createdAt, createdAtMoves }: Made): HostMoment {
  const ms = Date.parse(createdAt ?? '');
  const made: HostMoment = Number.isNaN(ms) ? { clock: 'host', ...ALWAYS } : hostMoment(ms);
  return createdAtMoves ? notAfter(made) : made;
}
