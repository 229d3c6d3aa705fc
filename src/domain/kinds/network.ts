import type { Facts, Kind } from './kind.ts';

export type NetworkFacts = Facts<'network'>;

export const network: Kind<NetworkFacts> = {
  kind: 'network',
  field: 'networks',
  flag: 'network',
  count: 'networks',
  isAlwaysCounted: true,
  word: ['network', 'networks'],
  on: 'engine',
  isSharable: true,
  isLabelled: true,
  goesAfter: ['container'],
  isSame: () => true,
};
