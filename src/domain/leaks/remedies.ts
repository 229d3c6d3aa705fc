import { INPUT } from '../limits/input-names.ts';
import type { LeakCause } from './leak-cause.ts';

const DRAIN_TIMEOUT = `Raise ${INPUT.drainTimeout}, or see why the engine is slow: a busy disk is the usual reason.`;

const BY_HAND = 'Remove it by hand to see what the engine says; topo-gc sweep on that machine tries again.';

/** What to do about a leak, by its cause. */
const REMEDIES: Readonly<Record<LeakCause, string>> = {
  'in-use':
    'See who still uses it: docker network inspect, docker ps --all. Hand that over too, or submit this as shared.',
  busy: 'See which process or mount still holds its files: fuser, findmnt. End it before the drain.',
  unresolved:
    'Check what was named: each option takes one id or name of the engine. Hand it over again, or remove it by hand.',
  mounted: 'End the mount first: findmnt shows it. Then remove the member by hand.',
  'owned-elsewhere': 'Remove its owner, which would make it again.',
  unsure: 'See whose it is: docker inspect. Remove it by hand if this job left it.',
  'engine-unreachable': DRAIN_TIMEOUT,
  'not-stopped': 'See what the engine says about docker rm --force; if that hangs, restart the daemon.',
  denied: 'Have the user who made it remove it, or allow sudo -n.',
  'still-leased': 'Hand over before the job ends; drop the leases of what others remove.',
  labelled: 'End background builds before the job ends.',
  stray: 'End background builds before the job ends, or raise drain-timeout.',
  'unused-image': 'See what the engine says about docker image rm.',
  'out-of-time': DRAIN_TIMEOUT,
  'shown-after-removal': 'The state of the Docker daemon is broken: restart the daemon.',
  failed: BY_HAND,
};

/** What to do about a leak, in a sentence or two. */
export const remedyFor = ({ cause }: { readonly cause: LeakCause }): string => REMEDIES[cause];

/** What to do if it is unknown whether anything is left. */
export const UNCONFIRMED_REMEDY =
  'See whether the engine runs and answers: docker info. Then topo-gc sweep on that machine collects what is left.';
