import { describeUnconfirmed, topologyOf } from '../domain/leaks/leak.ts';
import { remedyFor, UNCONFIRMED_REMEDY } from '../domain/leaks/remedies.ts';
import type { CollectionRecord } from '../domain/removal/collection.ts';
import { adviceOn } from '../domain/report/advice.ts';
import { type Report, savedMs } from '../domain/report/report.ts';
import type { ReportedTopology } from '../domain/report/reported-topology.ts';
import { nameAt } from '../domain/text/name-at.ts';
import { describeRejected } from '../domain/topology/spooled.ts';
import { describeDeaf } from './deaf-words.ts';
import { duration, members, otherwise, readings, topologies } from './figures.ts';
import { collected, confirmation, sentence, tightness } from './headline.ts';
import { code, details, escapeMarkdown, section, table } from './markdown.ts';
import { slowestToStop } from './plain/slowest-to-stop.ts';
import { straySection } from './stray-section.ts';
import { describeSwept } from './swept-session.ts';
import { timeline } from './timeline.ts';

/** The state of the job, and who drained. */
export interface SummaryContext {
  /** `success`, `failure`, `cancelled`. */
  readonly jobStatus: string;
  readonly postMs: number;
  /** Why the post step drained in place of the agent; absent if the agent drained. */
  readonly inPlaceBecause?: string;
}

/** Each has one line; the report has all of them. */
const MOST_SWEPT = 20;

/** The job summary in GitHub's Markdown, well under its limit of 1 MiB for any report. */
export function summaryMarkdown(report: Report, context: SummaryContext): string {
  return [
    headline(report, context),
    leaks(report),
    straySection(report.strays),
    advice(report),
    rejections(report),
    left(report),
    collections(report.collections),
    section('Timeline', timeline(report)),
    slowest(report.topologies),
    remarks(report.topologies),
    savedLogs(report.topologies),
    details('Thresholds in force', inputs(report)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The job summary without a report. */
export const failureMarkdown = (why: string, { jobStatus }: SummaryContext): string =>
  [
    '## topo-gc: the drain failed',
    '',
    ...(jobStatus === 'cancelled' ? ['The job was cancelled.', ''] : []),
    `Nothing is known of what is left: ${escapeMarkdown(why)}.`,
    '',
  ].join('\n');

/** The job summary if a sweep drained before the post step. */
export const sweptMarkdown = (why: string, { jobStatus }: SummaryContext): string =>
  [
    '## topo-gc: collected by a sweep, nothing left',
    '',
    ...(jobStatus === 'cancelled' ? ['The job was cancelled.', ''] : []),
    `The agent was lost. ${escapeMarkdown(sentence(why))}`,
    '',
  ].join('\n');

/** The reader's first questions: how much time it saved, whether anything leaked, whether a threshold was tight. */
function headline(report: Report, context: SummaryContext): string {
  const { jobStatus, inPlaceBecause } = context;
  const tight = tightness(report);
  return [
    `## topo-gc: ${collected(report)}`,
    '',
    ...(jobStatus === 'cancelled' ? ['The job was cancelled.', ''] : []),
    ...(report.topologies.length === 0 ? [] : [`- ${saved(report, context)}`]),
    `- **${members(report.removed)}** of ${topologies(report.earlier.topologies + report.topologies.length)} removed. ${confirmed(report)}`,
    ...(tight === undefined ? [] : [`- ${escapeMarkdown(sentence(tight))}`]),
    ...(report.swept ?? [])
      .slice(0, MOST_SWEPT)
      .map((swept) => `- ${escapeMarkdown(sentence(describeSwept(swept)))}`),
    '',
    ...(inPlaceBecause === undefined
      ? []
      : [
          `The post step drained from the journal, as the agent did not: ${escapeMarkdown(inPlaceBecause)}.`,
          '',
        ]),
  ].join('\n');
}

const saved = (report: Report, { postMs }: SummaryContext): string =>
  `**Time saved: ${duration(savedMs(report, postMs))}**, an estimate: one by one, teardown would have taken ` +
  `${duration(report.oneByOneMs)} at the least; the tests waited ${duration(report.submissionMs)} for their ` +
  `submissions, and the post step took ${duration(postMs)}.`;

const confirmed = (report: Report): string =>
  report.unconfirmed === undefined
    ? confirmation(report)
    : `${escapeMarkdown(sentence(describeUnconfirmed(report.unconfirmed)))} ${escapeMarkdown(UNCONFIRMED_REMEDY)}`;

const leaks = (report: Report): string =>
  section(
    'Leaks',
    report.leaks.length === 0
      ? ''
      : table(['member', 'topology', 'why', 'what to do'], report.leaks, (leak) => [
          `${leak.kind} ${code(nameAt(leak))}`,
          code(topologyOf(leak)),
          escapeMarkdown(leak.reason),
          escapeMarkdown(remedyFor(leak)),
        ]),
  );

const advice = (report: Report): string =>
  section(
    'Advice',
    adviceOn(report)
      .map(
        ({ finding, input, value, effect }) =>
          `- ${escapeMarkdown(sentence(finding))} ${code(`${input}: ${value}`)} ${escapeMarkdown(effect)}.\n`,
      )
      .join(''),
  );

const rejections = ({ rejected }: Report): string =>
  section(
    'Not taken',
    rejected.length === 0
      ? ''
      : table(['hand-over', 'why'], rejected, (rejection) => [
          code(describeRejected(rejection)),
          escapeMarkdown(rejection.error),
        ]),
  );

const left = ({ left: all = [] }: Report): string =>
  section(
    "Left, as it is somebody else's",
    all.length === 0
      ? ''
      : table(['member', 'topology', 'why'], all, ({ kind, name, topology, why }) => [
          `${kind} ${code(name)}`,
          code(topology),
          escapeMarkdown(why),
        ]),
  );

function change({ before, after }: CollectionRecord): string {
  const now = new Map(readings(after));
  return readings(before)
    .map(([name, value]) => `${escapeMarkdown(name)}: ${value} → ${now.get(name) ?? 'unknown'}`)
    .join('<br>');
}

const collections = (records: readonly CollectionRecord[]): string =>
  section(
    'Collections',
    records.length === 0
      ? ''
      : table(['#', 'trigger', 'why', 'removed', 'failed', 'took', 'before → after'], records, (record) => [
          String(record.id),
          record.trigger,
          escapeMarkdown(record.reason),
          `${members(record.removed)} of ${topologies(record.topologies.length)}${otherwise(record)}`,
          String(record.failed),
          duration(record.endedAt - record.startedAt),
          change(record),
        ]),
  );

function slowest(all: readonly ReportedTopology[]): string {
  const timed = slowestToStop(all);
  if (timed.length === 0) return '';
  const head = ['topology', 'members', 'until all had stopped'];
  return section(
    'Slowest to stop',
    table(head, timed, ({ name, counts, stopMs }) => [code(name), members(counts), duration(stopMs)]),
  );
}

function remarks(all: readonly ReportedTopology[]): string {
  const list = (pick: (topology: ReportedTopology) => readonly string[]) =>
    all.flatMap((topology) => pick(topology).map((member) => ({ member, topology: topology.name })));
  const [ignored, absent, kept] = [
    list(({ ignoredStop }) => ignoredStop),
    list((topology) => topology.absent),
    list((topology) => topology.kept),
  ];
  const deaf = all.flatMap(({ name: topology, deaf: some = [] }) =>
    some.map((each) => ({ member: each.container, topology, more: describeDeaf(each) })),
  );
  const part = (title: string, named: typeof ignored) => {
    if (named.length === 0) return '';
    const cells = ({ member, topology }: (typeof named)[number]) => [code(member), code(topology)];
    return details(`${title} (${named.length})`, table(['member', 'topology'], named, cells));
  };
  return [
    part('Ignored their stop signal, and were killed at the end of their grace', ignored),
    deaf.length === 0
      ? ''
      : details(
          `Could not hear their stop signal, and were killed at once (${deaf.length})`,
          table(['member', 'topology', 'what was done'], deaf, ({ member, topology, more }) => [
            code(member),
            code(topology),
            escapeMarkdown(more),
          ]),
        ),
    part('Not there at the submission', absent),
    part(
      'Left, as nobody can say whose they are',
      list(({ unsure = [] }) => unsure.map(({ kind, name }) => `${kind} ${name}`)),
    ),
    part('Shared, and left to others who use them', kept),
  ].join('');
}

function savedLogs(all: readonly ReportedTopology[]): string {
  const logs = all.flatMap((topology) => topology.logs.map((log) => ({ ...log, topology: topology.name })));
  if (logs.length === 0) return '';
  const head = ['container', 'topology', 'file'];
  const rows = table(head, logs, ({ container, topology, file, error }) => [
    code(container),
    code(topology),
    [file && code(file), error && escapeMarkdown(error)].filter((part) => part !== undefined).join(': '),
  ]);
  return details(`Logs of containers (${logs.length})`, rows);
}

const inputs = ({ inputs: all }: Report): string =>
  table(['input', 'value'], Object.entries(all), ([name, value]) => [
    code(name),
    value === '' ? '' : code(value),
  ]);
