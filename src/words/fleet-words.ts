import type { Fleet, SweptByJob } from '../domain/fleet/fleet.ts';
import type { FleetImage } from '../domain/fleet/fleet-images.ts';
import type { FleetJob } from '../domain/fleet/fleet-job.ts';
import type { ClosestReading, FleetThreshold } from '../domain/fleet/fleet-thresholds.ts';
import type { LeftByCause, LeftByJob } from '../domain/fleet/left-by-cause.ts';
import { LEAK_CAUSES } from '../domain/leaks/leak-cause.ts';
import { remedyFor } from '../domain/leaks/remedies.ts';
import { COUNT_NAMES } from '../domain/removal/collection.ts';
import { counted } from '../domain/text/counted.ts';
import { duration, measureName, measureText, members, percentOf, topologies } from './figures.ts';
import { STRAYS_REMEDY } from './stray-words.ts';
import { sweptOutcome } from './swept-session.ts';

export const jobs = (count: number): string => counted(count, 'job');

/** `3 leaks, 1 job not confirmed`; `nothing left`. */
export function fleetVerdict({ totals, missing }: Pick<Fleet, 'totals' | 'missing'>): string {
  const { leaks, unconfirmed, unfinished, strays } = totals;
  const parts = [
    ...(leaks > 0 ? [counted(leaks, 'leak')] : []),
    ...(unconfirmed > 0 ? [`${jobs(unconfirmed)} not confirmed`] : []),
    ...(unfinished > 0 ? [`${jobs(unfinished)} not finished`] : []),
    ...(missing > 0 ? [`${jobs(missing)} without a report`] : []),
    ...(strays > 0 ? [counted(strays, 'stray')] : []),
  ];
  return parts.join(', ') || 'nothing left';
}

/** What a job has left, or why that is not known, in a few words each; empty if there is nothing to say. */
export const problemsOf = ({ leaks, unconfirmed, unfinished, strays, rejected }: FleetJob): string[] => [
  ...(leaks > 0 ? [counted(leaks, 'leak')] : []),
  ...(unconfirmed === undefined ? [] : ['not confirmed']),
  ...(unfinished > 0 ? [`${topologies(unfinished)} not finished`] : []),
  ...(strays > 0 ? [counted(strays, 'stray')] : []),
  ...(rejected > 0 ? [`${counted(rejected, 'hand-over')} not taken`] : []),
];

/** Why the topologies of a report may be unfinished, as a sentence without its full stop. */
export const UNFINISHED = 'its report was written before the job ended, so the fate of the rest is unknown';

/** What to do about jobs whose end is not known. */
export const UNFINISHED_REMEDY =
  'See whether the job was killed, and upload its report after its last drain. Then topo-gc sweep on that machine collects what is left.';

/** `2 networks in 2 jobs`. */
export function describeCause({ counts, count, jobs: ofJobs }: LeftByCause): string {
  const more = count - COUNT_NAMES.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  const named = [...(more < count ? [members(counts)] : []), ...(more > 0 ? [`${more} not named`] : [])];
  return `${named.join(', ')} in ${jobs(ofJobs)}`;
}

/** What to do about what is left for a cause, in a sentence or two. */
export function remedyForCause({ what, cause }: Pick<LeftByCause, 'what' | 'cause'>): string {
  if (what === 'stray') return STRAYS_REMEDY;
  const known = LEAK_CAUSES.find((each) => each === cause);
  return remedyFor({ cause: known ?? 'failed' });
}

/** `ubuntu: network web_1 of test_vlan: in use`. */
export const describeLeftByJob = ({ job, kind, name, of, reason }: LeftByJob): string =>
  `${job}: ${kind} ${name}${of === undefined ? '' : ` of ${of}`}${reason === '' ? '' : `: ${reason}`}`;

/** `12 times in 5 jobs`; `never`. */
export const describeFiredIn = ({ fired, firedIn }: FleetThreshold): string =>
  fired === 0 ? 'never' : `${fired === 1 ? 'once' : `${fired} times`} in ${jobs(firedIn)}`;

/** `networks: 25 on the engine, threshold 24`. */
export const describeClosest = (closest: ClosestReading): string =>
  `${measureName(closest)}: ${measureText(closest, closest.value)}, threshold ${closest.limit}`;

/** The threshold that a job's readings came closest to: `networks 104%`. */
export const closestOfJob = ({ closest }: FleetJob): string =>
  closest === undefined ? '–' : `${closest.trigger} ${percentOf(closest.closeness)}`;

/** What is wrong with the containers of an image, in a few words each; empty if all stopped by themselves and went. */
export const faultsOfImage = ({ leaked, ignoredStop, deaf }: FleetImage): string[] => [
  ...(leaked > 0 ? [`${leaked} leaked`] : []),
  ...(ignoredStop > 0 ? [`${ignoredStop} ignored the stop signal`] : []),
  ...(deaf > 0 ? [`${deaf} could not hear the stop signal`] : []),
];

/** `postgres:17: 40 containers in 12 jobs, 5 ignored the stop signal, up to 10s until stopped`. */
export const describeImage = (image: FleetImage): string =>
  [
    `${image.image}: ${counted(image.containers, 'container')} in ${jobs(image.jobs)}`,
    ...faultsOfImage(image),
    `up to ${duration(image.longestStopMs)} until stopped`,
  ].join(', ');

/** `ubuntu: the session tgc-1 was swept: 2 leaks: …`. */
export const describeSweptByJob = ({ job, swept }: SweptByJob): string =>
  `${job}: the session ${swept.session} ${sweptOutcome(swept)}`;
