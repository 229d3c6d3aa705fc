import { describeKind, type Facts } from './kind.ts';

export type ImageFacts = Facts<'image'>;

/** Clients cannot name images: `remove-images` makes the agent look for them. */
export const image = describeKind<ImageFacts>()({
  kind: 'image',
  count: 'images',
  isAlwaysCounted: false,
  word: ['image', 'images'],
  on: 'engine',
  isLabelled: false,
  hasShortIds: false,
  hasToStop: false,
  goesAfter: ['container', 'service'],
  beginsOnce: 'gone',
  // An image goes before the images that it was built on.
  removedAtOnce: 1,
  goesInOrder: true,
});
