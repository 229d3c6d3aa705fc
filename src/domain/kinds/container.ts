import type { Needs } from './container-needs.ts';
import { describeKind, type Facts } from './kind.ts';
import { whyMadeAnew } from './made-anew.ts';
import type { MountBelow } from './mount-below.ts';
import { isAmong, whyNoName } from './references.ts';

export interface ContainerFacts extends Facts<'container'> {
  /** The image that it was made from, as its maker named it. */
  readonly image?: string;
  /** Names of the volumes that it has mounted. */
  readonly volumes?: readonly string[];
  /** The mounts that the host has below its volumes because of it. */
  readonly below?: readonly MountBelow[];
  /** Containers that must outlive it. */
  readonly needs?: Needs;
  /** Ids of the containers that need it and must stop before it. */
  readonly stopsAfter?: readonly string[];
  /** Ids of the networks that it is attached to; they can't go before it. */
  readonly networks?: readonly string[];
  /** ms between the stop signal and the kill. */
  readonly graceMs?: number;
  /** Its restart policy would revive it. */
  readonly restarts?: boolean;
  /** The engine removes it by itself once it has stopped (`--rm`). */
  readonly autoRemove?: boolean;
  /** Its first process is the engine's own init, which forwards signals (`--init`). */
  readonly init?: boolean;
}

export const container = describeKind<ContainerFacts>()({
  kind: 'container',
  naming: {
    field: 'containers',
    option: { name: 'container', value: 'C' },
    isSharable: false,
    // docker inspect writes the names of containers with a slash.
    read: (ref) => ref.replace(/^\//, ''),
    whyNoRef: (ref) => whyNoName(ref, 'docker ps -aq | xargs -I{} topo-gc submit --container {}'),
  },
  count: 'containers',
  isAlwaysCounted: true,
  word: ['container', 'containers'],
  on: 'engine',
  isLabelled: true,
  hasShortIds: true,
  hasToStop: true,
  goesAfter: [],
  beginsOnce: 'gone',
  holds: ({ networks = [] }) => networks.map((id) => ({ kind: 'network', id })),
  // Fields without a value are left out: that saves a few MB for 10,000 topologies.
  lean: ({ networks = [], volumes = [], restarts, autoRemove, ...facts }) => ({
    ...facts,
    ...(networks.length > 0 && { networks }),
    ...(volumes.length > 0 && { volumes }),
    ...(restarts && { restarts }),
    ...(autoRemove && { autoRemove }),
  }),
  weight: ({ image = '', networks = [], volumes = [], stopsAfter = [], below = [] }) =>
    image.length +
    [networks, volumes, stopsAfter, below.map(({ path, source }) => path + source)].flat().join().length,
  whyGuarded: (member, { containers }) =>
    isAmong(containers, member) ? "is the job's own container or one of its service containers" : undefined,
  whyMadeAnew,
});
