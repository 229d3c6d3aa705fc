import { describeKind, type Facts } from './kind.ts';

export type ImageFacts = Facts<'image'>;

/** Images are nobody's to name: they are found where `remove-images` asks for it. */
export const image = describeKind<ImageFacts>()({
  kind: 'image',
  count: 'images',
  isAlwaysCounted: false,
  word: ['image', 'images'],
  on: 'engine',
  isLabelled: false,
  hasShortIds: false,
  hasToStop: false,
  goesAfter: ['container'],
  beginsOnce: 'gone',
  // What others were built on comes behind them.
  removedAtOnce: 1,
  goesInOrder: true,
});
