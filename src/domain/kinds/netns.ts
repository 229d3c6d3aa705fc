import type { Facts, Kind } from './kind.ts';

export interface NetnsFacts extends Facts<'netns'> {
  /** Which file it is, as its name can be taken again. Equal or not, it says nothing else. */
  readonly file?: string;
}

export const netns: Kind<NetnsFacts> = {
  kind: 'netns',
  field: 'netns',
  flag: 'netns',
  count: 'links',
  isAlwaysCounted: false,
  word: ['link', 'links'],
  on: 'host',
  isSharable: false,
  isLabelled: false,
  goesAfter: ['container'],
  beginsOnce: 'gone',
  // They share the threads in which the journal is synced; a link is one call.
  removedAtOnce: 8,
  isSame: (a, b) => a.file === b.file,
};
