import type { Facts } from '../kinds/kind.ts';
import { engineMoment } from '../moment.ts';

type Times = Pick<Facts, 'createdAt' | 'createdAtMoves'>;

/**
 * Whether the volume that the engine shows is the one that was taken, as its name can be taken anew; `undefined` where nobody can
 * say: it has no time, or that has moved, by what was written to it or because it is another one.
 * @param isHeard whether the engine was listened to all the time, which would have told of the removal
 */
export function isStillVolume(shown: Times, taken: Times, isHeard: boolean): boolean | undefined {
  if (engineMoment(taken.createdAt) === undefined) return isHeard || undefined;
  if (shown.createdAt === taken.createdAt) return true;
  if (!taken.createdAtMoves) return false;
  return isHeard || undefined;
}
