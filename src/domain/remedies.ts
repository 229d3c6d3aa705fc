import type { Leak } from './leak.ts';

/** What to do about a leak, by the words of its reason; the first that fits. */
const REMEDIES: readonly (readonly [reason: RegExp, remedy: string])[] = [
  [
    /was still (leased|submitted) when the time was up/,
    'Hand over before the job ends; drop leases of what others take down.',
  ],
  [
    /when the time was up|did not answer in time/,
    'Raise drain-timeout, or see why the engine is slow: a busy disk is the usual reason.',
  ],
  [/carries the label/, 'End what builds in the background before the job ends.'],
  [
    /active endpoints|in use|is being used/,
    'See who still uses it: docker network inspect, docker ps --all. Hand that over too, or submit this as shared.',
  ],
  [
    /device or resource busy|does not get empty/,
    'See which process or mount still holds its files: fuser, findmnt. End it before the drain.',
  ],
  [/permission denied|not permitted|sudo/i, 'Let it be removed by the user who made it, or allow sudo -n.'],
  [
    /still shows it after its removal/,
    'The state of the Docker daemon is broken: a restart of the daemon helps.',
  ],
  [/used by no container/, 'See what the engine says about docker image rm.'],
];

const OTHERWISE = 'Remove it by hand to see what the engine says; topo-gc sweep on that machine tries again.';

/** What to do about a leak, in a sentence or two. */
export const remedyFor = ({ reason }: Pick<Leak, 'reason'>): string =>
  REMEDIES.find(([fits]) => fits.test(reason))?.[1] ?? OTHERWISE;

/** What to do where it is not known whether anything is left. */
export const UNCONFIRMED_REMEDY =
  'See whether the engine runs and answers: docker info. Then topo-gc sweep on that machine collects what is left.';
