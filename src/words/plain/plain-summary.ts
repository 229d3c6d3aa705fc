import { remedyFor, UNCONFIRMED_REMEDY } from '../../domain/leaks/remedies.ts';
import type { Report } from '../../domain/report/report.ts';
import type { ReportedTopology } from '../../domain/report/reported-topology.ts';
import { duration, members } from '../figures.ts';
import { collected } from '../headline.ts';
import { oneLine } from '../one-line.ts';
import { plainReport } from '../plain-report.ts';
import type { SummaryContext } from '../summary/summary-context.ts';
import { slowestToStop } from './slowest-to-stop.ts';

/** The most names in a line; the report has all of them. */
const MOST_NAMES = 10;

/** The job summary in plain lines, for runners that only have a log to show it in. */
export const plainSummary = (report: Report, context: SummaryContext): string =>
  [
    `topo-gc: ${collected(report)}`,
    ...state(context),
    ...plainReport(report).split('\n'),
    ...remedies(report).map((remedy) => `what to do: ${remedy}`),
    ...slowestToStop(report.topologies).map(
      ({ name, counts, stopMs }) => `slow to stop: ${name}: ${members(counts)} in ${duration(stopMs)}`,
    ),
    ...named('ignored their stop signal', report, ({ ignoredStop }) => ignoredStop),
    ...named('not there at the submission', report, ({ absent }) => absent),
    ...named('shared, and still used by others', report, ({ kept }) => kept),
  ]
    .map(oneLine)
    .join('\n');

const state = ({ jobStatus, inPlaceBecause }: SummaryContext): string[] => [
  ...(jobStatus === 'cancelled' ? ['the job was cancelled'] : []),
  ...(inPlaceBecause === undefined
    ? []
    : [`the post step drained from the journal because the agent did not: ${inPlaceBecause}`]),
];

/** One for each cause. */
const remedies = ({ leaks, unconfirmed }: Report): string[] => [
  ...new Set([...leaks.map(remedyFor), ...(unconfirmed === undefined ? [] : [UNCONFIRMED_REMEDY])]),
];

function named(
  title: string,
  { topologies }: Report,
  pick: (topology: ReportedTopology) => readonly string[],
): string[] {
  const all = topologies.flatMap((topology) => pick(topology).map((name) => `${name} of ${topology.name}`));
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_NAMES).join(', ');
  return [`${title} (${all.length}): ${shown}${all.length > MOST_NAMES ? ', …' : ''}`];
}
