import type { Facts, Kind } from './kind.ts';

export type ImageFacts = Facts<'image'>;

/** Images are nobody's to name: they are found where `remove-images` asks for it. */
export const image: Kind<ImageFacts> = {
  kind: 'image',
  count: 'images',
  isAlwaysCounted: false,
  word: ['image', 'images'],
  on: 'engine',
  isSharable: false,
  isLabelled: false,
  goesAfter: ['container'],
  beginsOnce: 'gone',
  // What others were built on comes behind them.
  removedAtOnce: 1,
  goesInOrder: true,
  isSame: () => true,
};
