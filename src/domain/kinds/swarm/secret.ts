import { describeKind, type Facts } from '../kind.ts';
import { whyNoName } from '../references.ts';

export type SecretFacts = Facts<'secret'>;

/** A secret of a Swarm. The manager refuses its removal while a service refers to it. */
export const secret = describeKind<SecretFacts>()({
  kind: 'secret',
  naming: {
    field: 'secrets',
    option: { name: 'secret', value: 'SECRET' },
    isSharable: false,
    whyNoRef: (ref) => whyNoName(ref, 'docker secret ls -q | xargs -I{} topo-gc submit --secret {}'),
  },
  count: 'secrets',
  isAlwaysCounted: false,
  word: ['secret', 'secrets'],
  on: 'engine',
  isClustered: true,
  isLabelled: true,
  hasShortIds: true,
  hasToStop: false,
  goesAfter: ['service'],
  beginsOnce: 'gone',
});
