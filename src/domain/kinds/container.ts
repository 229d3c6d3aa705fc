import type { Needs } from './container-needs.ts';
import type { Facts, Kind } from './kind.ts';
import type { MountBelow } from './mount-below.ts';

export interface ContainerFacts extends Facts<'container'> {
  /** The image that it was made from, as its maker named it. */
  readonly image?: string;
  /** Names of the volumes that it has mounted. */
  readonly volumes?: readonly string[];
  /** What the host has mounted below its volumes because of it. */
  readonly below?: readonly MountBelow[];
  /** What has to outlive it. */
  readonly needs?: Needs;
  /** Ids of the containers that need it, and have to stop before it. */
  readonly stopsAfter?: readonly string[];
  /** Ids of the networks it is attached to, which can't go before it. */
  readonly networks?: readonly string[];
  /** ms between the stop signal and the kill. */
  readonly graceMs?: number;
  /** It would be revived by its restart policy. */
  readonly restarts?: boolean;
  /** The engine removes it by itself once it has stopped (`--rm`). */
  readonly autoRemove?: boolean;
  /** Its first process is the engine's own, which hands signals on (`--init`). */
  readonly init?: boolean;
}

export const container: Kind<ContainerFacts> = {
  kind: 'container',
  field: 'containers',
  flag: 'container',
  count: 'containers',
  isAlwaysCounted: true,
  word: ['container', 'containers'],
  on: 'engine',
  isSharable: false,
  isLabelled: true,
  goesAfter: [],
  beginsOnce: 'gone',
  holds: ({ networks = [] }) => networks.map((id) => ({ kind: 'network', id })),
  isSame: () => true,
};
