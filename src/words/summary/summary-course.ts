import type { CollectionRecord } from '../../domain/removal/collection.ts';
import type { Report } from '../../domain/report/report.ts';
import type { ReportedTopology } from '../../domain/report/reported-topology.ts';
import { duration, members, otherwise, readings, topologies } from '../figures.ts';
import { slowestToStop } from '../plain/slowest-to-stop.ts';
import { code, escapeMarkdown, section, table } from './markdown.ts';
import { timeline } from './timeline.ts';

/** What the agent did and when; empty if there is nothing of it. */
export const courseSections = (report: Report): string[] => [
  collections(report.collections),
  section('Timeline', timeline(report)),
  slowest(report.topologies),
];

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
