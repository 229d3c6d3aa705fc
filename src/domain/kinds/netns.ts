import { describeKind, type Facts } from './kind.ts';
import { isNetnsName, TAKES_NETNS } from './netns-rules.ts';

export interface NetnsFacts extends Facts<'netns'> {
  /** Which file it is, as its name can be taken again. Equal or not, it says nothing else. */
  readonly file?: string;
}

/** A link to a container's network namespace. It may be older than the session: what it points to tells more. */
export const netns = describeKind<NetnsFacts>()({
  kind: 'netns',
  naming: {
    field: 'netns',
    option: {
      name: 'netns',
      value: 'N',
      help: 'a link of /var/run/netns to one of the containers; it goes at once',
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
  // They share the threads in which the journal is synced; a link is one call.
  removedAtOnce: 8,
  isSame: (a, b) => a.file === b.file,
});
