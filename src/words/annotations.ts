import { describeLeak, describeUnconfirmed } from '../domain/leaks/leak.ts';
import { describeLeft, type Report, type ReportedLeft } from '../domain/report/report.ts';
import type { ReportedTopology } from '../domain/report/reported-topology.ts';
import { isSwept, type SweptSession } from '../domain/report/swept.ts';
import { counted } from '../domain/text/counted.ts';
import { describeRejected, type Rejection } from '../domain/topology/spooled.ts';
import { topologies as countTopologies } from './figures.ts';
import { oneLine } from './one-line.ts';
import { describeSwept } from './swept-session.ts';

/** What a step's page shows beside its log. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten errors and ten warnings of a step, and drops the rest. */
const MOST = 10;

/** How many names a line holds. */
const MOST_NAMES = 10;

/** The first of them, with the last place for how many more there are. */
function atMost(all: readonly Annotation[], more: (count: number) => string): Annotation[] {
  const last = all[MOST - 1];
  if (all.length <= MOST || last === undefined) return [...all];
  return [...all.slice(0, MOST - 1), { ...last, message: more(all.length - MOST + 1) }];
}

function leaks({ leaks: all, unconfirmed }: Report, level: Annotation['level']): Annotation[] {
  return [
    ...all.map((leak) => ({ level, title: 'Leak', message: oneLine(describeLeak(leak)) })),
    ...(unconfirmed === undefined
      ? []
      : [
          {
            level,
            title: 'Not confirmed',
            message: oneLine(describeUnconfirmed(unconfirmed)),
          },
        ]),
  ];
}

function ignoredStop({ name, ignoredStop: names }: ReportedTopology): Annotation[] {
  if (names.length === 0) return [];
  const some = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
  const message = `${counted(names.length, 'container')} of ${name} ran until the end of the grace, and had to be killed: ${some}`;
  return [{ level: 'warning', title: 'Stop signal ignored', message: oneLine(message) }];
}

const rejected = (rejection: Rejection): Annotation => ({
  level: 'warning',
  title: 'Not taken',
  message: oneLine(`${describeRejected(rejection)}: ${rejection.error}`),
});

const left = (member: ReportedLeft): Annotation => ({
  level: 'warning',
  title: 'Left',
  message: oneLine(describeLeft(member)),
});

/** What is left of an earlier job is no fault of this one. */
const earlier = (swept: SweptSession): Annotation[] =>
  isSwept(swept)
    ? []
    : [{ level: 'warning', title: 'Left by an earlier job', message: describeSwept(swept) }];

/**
 * What a job's page is to show of a report: what is left, also of earlier jobs, and which topologies ignored their stop
 * signal.
 * @param level of what is left
 */
export const annotations = (report: Report, level: Annotation['level']): Annotation[] => [
  ...atMost(leaks(report, level), (count) => `${count} more, in the job summary`),
  ...atMost(report.rejected.map(rejected), (count) => `${count} more, in the job summary`),
  ...atMost((report.left ?? []).map(left), (count) => `${count} more, in the job summary`),
  ...atMost((report.swept ?? []).flatMap(earlier), (count) => `${counted(count, 'session')} more`),
  ...atMost(
    report.topologies.flatMap(ignoredStop),
    (count) => `${countTopologies(count)} more, in the job summary`,
  ),
];
