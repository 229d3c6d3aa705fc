import type { Fleet } from '../domain/fleet/fleet.ts';
import { isClean } from '../domain/fleet/fleet-job.ts';
import type { LeftByCause } from '../domain/fleet/left-by-cause.ts';
import { describeUnconfirmed } from '../domain/leaks/leak.ts';
import { collections, duration, members, percentOf, topologies } from './figures.ts';
import {
  describeCause,
  describeClosest,
  describeFiredIn,
  describeImage,
  describeLeftByJob,
  describeSweptByJob,
  faultsOfImage,
  fleetVerdict,
  jobs,
  problemsOf,
  remedyForCause,
  UNFINISHED,
} from './fleet-words.ts';
import { oneLine } from './one-line.ts';

/** The most jobs, images, and members of a cause that are named; the page and the JSON have more. */
const MOST_NAMED = 20;

/** The first items, and how many there are beyond them. @param count the number of all, if `all` has not all of them */
function first<T>(all: readonly T[], line: (item: T) => string, count = all.length): string[] {
  const shown = all.slice(0, MOST_NAMED);
  const more = count - shown.length;
  return [...shown.map(line), ...(more > 0 ? [`  … and ${more} more`] : [])];
}

const causeLines = (cause: LeftByCause): string[] => [
  `${cause.what} ${cause.cause}: ${describeCause(cause)}. ${remedyForCause(cause)}`,
  ...first(cause.members, (member) => `  ${describeLeftByJob(member)}`, cause.count),
];

const thresholdLines = ({ thresholds }: Fleet): string[] =>
  thresholds.map((threshold) => {
    const { trigger, fired, closest } = threshold;
    const often = fired === 0 ? 'never fired' : `fired ${describeFiredIn(threshold)}`;
    if (closest === undefined) return `threshold ${trigger}: ${often}`;
    const close = `${percentOf(closest.closeness)} (${describeClosest(closest)})`;
    return `threshold ${trigger}: ${often}; closest in ${closest.job}, ${close}`;
  });

const jobLines = ({ jobs: all }: Fleet): string[] =>
  first(
    all.filter((job) => !isClean(job)),
    (job) => {
      const why = job.unconfirmed === undefined ? '' : `; ${describeUnconfirmed(job.unconfirmed)}`;
      return `job ${job.name}: ${problemsOf(job).join(', ')}${why}${job.unfinished > 0 ? `; ${UNFINISHED}` : ''}`;
    },
  );

/** The reports of many jobs in a few plain lines. */
export function plainFleet(fleet: Fleet): string {
  const { totals, missing, left, images, swept } = fleet;
  const lines = [
    `${jobs(totals.jobs)}, ${totals.clean} clean: ${fleetVerdict(fleet)}`,
    ...(missing > 0 ? [`missing: ${jobs(missing)} without a report: it is unknown what they left`] : []),
    `${members(totals.removed)} of ${topologies(totals.topologies)} removed by ${collections(totals.collections)}`,
    `time saved: ${duration(totals.savedMs)}, an estimate: submissions ${duration(totals.submissionMs)}, drains ${duration(totals.drainMs)}`,
    ...jobLines(fleet),
    ...left.flatMap(causeLines),
    ...thresholdLines(fleet),
    ...first(
      images.worst.filter((image) => faultsOfImage(image).length > 0),
      (image) => `image ${describeImage(image)}`,
    ),
    ...first(swept.left, (each) => `swept: ${describeSweptByJob(each)}`, swept.notSwept),
  ];
  return lines.map(oneLine).join('\n');
}
