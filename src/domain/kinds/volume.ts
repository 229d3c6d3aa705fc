import { engineMoment } from '../moment.ts';
import { describeKind, type Facts } from './kind.ts';
import { whyNoName } from './references.ts';

export interface VolumeFacts extends Facts<'volume'> {
  /** Why an anonymous volume that a container of the topology has mounted must not be removed. */
  readonly foreign?: string;
}

type Times = Pick<Facts, 'createdAt' | 'createdAtMoves'>;

/**
 * Whether the volume that the engine shows is the one that was taken, because a name can be reused. `undefined` if that is
 * unknown: the volume has no time, or its time moved because something wrote to it or because it is another volume.
 * @param isHeard whether the agent listened to the engine all the time, and so would have heard of the removal
 */
export function isStillVolume(shown: Times, taken: Times, isHeard: boolean): boolean | undefined {
  if (engineMoment(taken.createdAt) === undefined) return isHeard || undefined;
  if (shown.createdAt === taken.createdAt) return true;
  if (!taken.createdAtMoves) return false;
  return isHeard || undefined;
}

export const volume = describeKind<VolumeFacts>()({
  kind: 'volume',
  naming: {
    field: 'volumes',
    option: { name: 'volume', value: 'V' },
    isSharable: true,
    whyNoRef: (ref) => whyNoName(ref, 'docker volume ls -q | xargs -I{} topo-gc submit --volume {}'),
  },
  count: 'volumes',
  isAlwaysCounted: true,
  word: ['volume', 'volumes'],
  on: 'engine',
  isLabelled: true,
  hasShortIds: false,
  hasToStop: false,
  // A stopped container still holds it.
  goesAfter: ['container', 'service'],
  beginsOnce: 'gone',
  // The name of a volume is its id, and a name can be reused.
  isSame: (a, b) => a.createdAt === b.createdAt || a.createdAtMoves === true,
  isStill: isStillVolume,
  hasComeSince: ({ name }, { volumes }) => volumes?.includes(name) === false,
});
