import { isStillVolume } from '../topology/volume-identity.ts';
import type { Facts, Kind } from './kind.ts';

export interface VolumeFacts extends Facts<'volume'> {
  /** Of one that nobody has named, and that a container of the topology has mounted: why it must not be removed. */
  readonly foreign?: string;
}

export const volume: Kind<VolumeFacts> = {
  kind: 'volume',
  field: 'volumes',
  flag: 'volume',
  count: 'volumes',
  isAlwaysCounted: true,
  word: ['volume', 'volumes'],
  on: 'engine',
  isSharable: true,
  isLabelled: true,
  // A stopped container still holds it.
  goesAfter: ['container'],
  beginsOnce: 'gone',
  isStill: isStillVolume,
  // Its name is its id, and a name can be taken again.
  isSame: (a, b) => a.createdAt === b.createdAt || a.createdAtMoves === true,
};
