import { describeKind, type Facts } from '../kind.ts';
import { whyNoName } from '../references.ts';

export type ConfigFacts = Facts<'config'>;

/** A config of a Swarm. The manager refuses its removal while a service refers to it. */
export const config = describeKind<ConfigFacts>()({
  kind: 'config',
  naming: {
    field: 'configs',
    option: { name: 'config', value: 'CONFIG' },
    isSharable: false,
    whyNoRef: (ref) => whyNoName(ref, 'docker config ls -q | xargs -I{} topo-gc submit --config {}'),
  },
  count: 'configs',
  isAlwaysCounted: false,
  word: ['config', 'configs'],
  on: 'engine',
  isClustered: true,
  isLabelled: true,
  hasShortIds: true,
  hasToStop: false,
  goesAfter: ['service'],
  beginsOnce: 'gone',
});
