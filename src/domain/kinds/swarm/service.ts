import type { ServiceTask } from '../../swarm.ts';
import { describeKind, type Facts } from '../kind.ts';
import { whyNoName } from '../references.ts';

export interface ServiceFacts extends Facts<'service'> {
  /** The image of its tasks, as its maker named it. */
  readonly image?: string;
  /** Ids of the networks that its tasks join; they can't go before the tasks' containers. */
  readonly networks?: readonly string[];
  /** Names of the volumes that its tasks mount, each on its own node. */
  readonly volumes?: readonly string[];
  /** The label of the volumes that go with it on each node, if its stack was handed over with its volumes. */
  readonly volumesWith?: string;
  /** ms between the stop signal of a task and its kill. */
  readonly graceMs?: number;
  /** The tasks before the service was deleted: afterwards the manager forgets them. */
  readonly tasks?: readonly ServiceTask[];
}

/** A service of a Swarm. Its deletion is its stop: its nodes then stop and remove the containers of its tasks. */
export const service = describeKind<ServiceFacts>()({
  kind: 'service',
  naming: {
    field: 'services',
    option: { name: 'service', value: 'S' },
    isSharable: false,
    whyNoRef: (ref) => whyNoName(ref, 'docker service ls -q | xargs -I{} topo-gc submit --service {}'),
  },
  count: 'services',
  isAlwaysCounted: false,
  word: ['service', 'services'],
  on: 'engine',
  isClustered: true,
  isLabelled: true,
  hasShortIds: true,
  hasToStop: true,
  goesAfter: [],
  beginsOnce: 'gone',
  holds: ({ networks = [] }) => networks.map((id) => ({ kind: 'network', id })),
  weight: ({ image = '', networks = [], volumes = [], volumesWith = '', tasks = [] }) =>
    image.length +
    volumesWith.length +
    [networks, volumes, tasks.map((task) => Object.values(task).join())].flat().join().length,
});
