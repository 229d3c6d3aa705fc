import { INPUT } from '../limits/input-names.ts';
import { isNotOlder, isNotYounger } from '../moment.ts';
import { madeOnHost } from '../topology/made-at.ts';
import { isPlainPath, overlap, TAKES_PATH } from './host-paths.ts';
import { describeKind, type Facts } from './kind.ts';

export interface PathFacts extends Facts<'path'> {
  /** Identifies the file, because another file can reuse its name. Compare it for equality only. */
  readonly file?: string;
}

export const path = describeKind<PathFacts>()({
  kind: 'path',
  naming: {
    field: 'paths',
    option: {
      name: 'path',
      value: 'P',
      help: `an absolute path on this host, below one of the agent's ${INPUT.pathRoots}`,
    },
    isSharable: false,
    takes: 'takes a list of absolute paths, or of {"name": …}',
    whyNoRef: (ref) => (isPlainPath(ref) ? undefined : TAKES_PATH),
  },
  count: 'paths',
  isAlwaysCounted: false,
  word: ['path', 'paths'],
  on: 'host',
  isLabelled: false,
  hasShortIds: false,
  hasToStop: false,
  // A container may still write there.
  goesAfter: ['container', 'service'],
  beginsOnce: 'gone',
  // Removals of paths share their threads with the sync of the journal, and one path may take many thousand calls.
  removedAtOnce: 2,
  isSame: (a, b) => a.file === b.file,
  whyForeignOnHost: (member, { began, ownFolders }) => {
    const own = ownFolders.find((folder) => overlap(folder, member.id));
    if (own !== undefined) return `is, holds or is in ${own}, a folder of the agent's own`;
    const made = madeOnHost(member);
    if (isNotOlder(made, began)) return undefined;
    const session = new Date(began.earliest).toISOString();
    return isNotYounger(made, began)
      ? `was made at ${member.createdAt}, before the session began (${session})`
      : `was made or written to at ${member.createdAt ?? 'an unknown time'}, and may be older than the session (${session})`;
  },
  // Removing this path would also remove a path above or below it.
  touches: overlap,
});
