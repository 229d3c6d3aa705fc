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
  goesAfter: ['container'],
  isSame: (a, b) => a.file === b.file,
};
