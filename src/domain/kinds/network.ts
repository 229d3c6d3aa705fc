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
  beginsOnce: 'exited',
  // The engine removes bridge networks one after the other: more at once would only keep places from containers. So they are what
  // a collection takes longest for, and go before containers that have stopped long ago.
  removedAtOnce: 2,
  goesFirst: true,
  isSame: () => true,
};
