import type { Facts, Kind } from './kind.ts';

export interface PathFacts extends Facts<'path'> {
  /** Which file it is, as its name can be taken again. Equal or not, it says nothing else. */
  readonly file?: string;
}

export const path: Kind<PathFacts> = {
  kind: 'path',
  field: 'paths',
  flag: 'path',
  count: 'paths',
  isAlwaysCounted: false,
  word: ['path', 'paths'],
  on: 'host',
  isSharable: false,
  isLabelled: false,
  // Which may still write there.
  goesAfter: ['container'],
  beginsOnce: 'gone',
  // They share the threads in which the journal is synced; a path may be many thousand calls.
  removedAtOnce: 2,
  isSame: (a, b) => a.file === b.file,
};
