import { describeLeak, describeUnconfirmed } from '../domain/leaks/leak.ts';
import { isFailedByStrays, type Report, type ReportedLeft } from '../domain/report/report.ts';
import type { ReportedTopology } from '../domain/report/reported-topology.ts';
import { isSwept, type SweptSession } from '../domain/report/swept.ts';
import { describeNode } from '../domain/report/unconfirmed-nodes.ts';
import { describeStray } from '../domain/strays/stray.ts';
import { counted } from '../domain/text/counted.ts';
import { describeRejected, type Rejection } from '../domain/topology/spooled.ts';
import { topologies as countTopologies } from './figures.ts';
import { describeLeft } from './left-words.ts';
import { oneLine } from './one-line.ts';
import { describeSwept } from './swept-session.ts';

/** An annotation that a step's page shows beside its log. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten errors and ten warnings per step, and drops the rest. */
const MOST = 10;

/** The most names in a line. */
const MOST_NAMES = 10;

/** The first items; if there are more, the last place has their number. */
function atMost(all: readonly Annotation[], more: (count: number) => string): Annotation[] {
  const last = all[MOST - 1];
  if (all.length <= MOST || last === undefined) return [...all];
  return [...all.slice(0, MOST - 1), { ...last, message: more(all.length - MOST + 1) }];
}

function leaks({ leaks: all, unconfirmed, nodes = [] }: Report, level: Annotation['level']): Annotation[] {
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
    ...nodes.map((node) => ({
      level: 'warning' as const,
      title: 'Not confirmed',
      message: oneLine(describeNode(node)),
    })),
  ];
}

function ignoredStop({ name, ignoredStop: names }: ReportedTopology): Annotation[] {
  if (names.length === 0) return [];
  const some = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
  const message = `${counted(names.length, 'container')} of ${name} ran until the end of the grace, and had to be killed: ${some}`;
  return [{ level: 'warning', title: 'Stop signal ignored', message: oneLine(message) }];
}

/** Strays are only annotated if they fail the job. */
function strays(report: Report): Annotation[] {
  const { members = [] } = report.strays ?? {};
  if (!isFailedByStrays(report)) return [];
  return members.map((stray) => ({
    level: 'error',
    title: 'Stray',
    message: oneLine(describeStray(stray)),
  }));
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

/** Members left by an earlier job are not the fault of this job. */
const earlier = (swept: SweptSession): Annotation[] =>
  isSwept(swept)
    ? []
    : [{ level: 'warning', title: 'Left by an earlier job', message: describeSwept(swept) }];

/**
 * The annotations of a report for a job's page: the members that are left, also by earlier jobs, strays that fail the job, and the topologies that
 * ignored their stop signal.
 * @param level the level for members that are left
 */
export const annotations = (report: Report, level: Annotation['level']): Annotation[] => [
  ...atMost(leaks(report, level), (count) => `${count} more, in the job summary`),
  ...atMost(strays(report), (count) => `${count} more, in the job summary`),
  ...atMost(report.rejected.map(rejected), (count) => `${count} more, in the job summary`),
  ...atMost((report.left ?? []).map(left), (count) => `${count} more, in the job summary`),
  ...atMost((report.swept ?? []).flatMap(earlier), (count) => `${counted(count, 'session')} more`),
  ...atMost(
    report.topologies.flatMap(ignoredStop),
    (count) => `${countTopologies(count)} more, in the job summary`,
  ),
];
