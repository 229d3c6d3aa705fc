import { describeKind, type Facts } from './kind.ts';
import { isNetnsName, TAKES_NETNS } from './netns-rules.ts';

export interface NetnsFacts extends Facts<'netns'> {
  /** Identifies the file, because another file can reuse its name. Compare it for equality only. */
  readonly file?: string;
}

/** A link to a container's network namespace. The link may be older than the session, so its target says more than its age. */
export const netns = describeKind<NetnsFacts>()({
  kind: 'netns',
  naming: {
    field: 'netns',
    option: {
      name: 'netns',
      value: 'N',
      help: 'a link of /var/run/netns to one of the containers; it is removed at once',
    },
    isSharable: false,
    takes: 'takes a list of names of links in /var/run/netns, or of {"name": …}',
    whyNoRef: (ref) => (isNetnsName(ref) ? undefined : TAKES_NETNS),
  },
  count: 'links',
  isAlwaysCounted: false,
  word: ['link', 'links'],
  on: 'host',
  isLabelled: false,
  hasShortIds: false,
  hasToStop: false,
  goesAfter: ['container'],
  beginsOnce: 'gone',
  // Removals of links share their threads with the sync of the journal; a link is one call.
  removedAtOnce: 8,
  isSame: (a, b) => a.file === b.file,
});
