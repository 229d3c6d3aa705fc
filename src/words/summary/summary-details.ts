import type { Report } from '../../domain/report/report.ts';
import type { ReportedTopology } from '../../domain/report/reported-topology.ts';
import { describeDeaf } from '../deaf-words.ts';
import { code, details, escapeMarkdown, table } from './markdown.ts';

/** What folds: remarks on members, saved logs, and the inputs; empty if there is nothing of it. */
export const foldedSections = (report: Report): string[] => [
  remarks(report.topologies),
  savedLogs(report.topologies),
  details('Thresholds in force', inputs(report)),
];

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
    part('Ignored their stop signal and were killed at the end of their grace', ignored),
    deaf.length === 0
      ? ''
      : details(
          `Could not hear their stop signal and were killed at once (${deaf.length})`,
          table(['member', 'topology', 'what was done'], deaf, ({ member, topology, more }) => [
            code(member),
            code(topology),
            escapeMarkdown(more),
          ]),
        ),
    part('Not there at the submission', absent),
    part(
      'Left, as their owner is unknown',
      list(({ unsure = [] }) => unsure.map(({ kind, name }) => `${kind} ${name}`)),
    ),
    part('Shared, and still used by others', kept),
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
