import type { Sample } from '../../../domain/measures/measure.ts';
import { MEASURES } from '../../../domain/measures/measures.ts';
import { COUNT_NAMES } from '../../../domain/removal/collection.ts';
import { grouped } from '../../../domain/text/grouped.ts';
import type { Status } from '../../../protocol/agent-service.ts';

export const METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

const escapeLabel = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function family(name: string, type: 'gauge' | 'counter', help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
    const suffix = type === 'counter' ? '_total' : '';
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return [`# TYPE ${name} ${type}`, `# HELP ${name} ${help}`, ...lines, ''].join('\n');
}

const byKind = (counts: Status['pending'] | Status['totals']['removed']): Sample[] =>
  COUNT_NAMES.map((kind) => ({
    labels: { kind },
    value: counts[kind] ?? 0,
  }));

const labelled = (of: string, value: number | undefined): Sample[] =>
  value === undefined ? [] : [{ labels: { of }, value }];

/** The families of all measures; a family that several measures share appears once, with the samples of each. */
function ofMeasures(readings: Status['readings'], isOfPending: boolean): string[] {
  const metrics = MEASURES.flatMap((measure) => measure.metrics).filter(
    (metric) => (metric.isOfPending ?? false) === isOfPending,
  );
  return grouped(metrics, ({ name }) => name).flatMap((same) => {
    const [first] = same;
    const samples = same.flatMap((metric) => metric.samples(readings));
    return first === undefined ? [] : [family(first.name, 'gauge', first.help, samples)];
  });
}

/** The status as OpenMetrics text. A reading that is unavailable has no sample. */
export function toOpenMetrics(status: Status): string {
  const { readings, spent, ahead, removalsAtOnce, pending, totals, uptimeMs } = status;
  const one = (value: number | undefined): Sample[] => (value === undefined ? [] : [{ value }]);
  return [
    family('topo_gc_uptime_seconds', 'gauge', 'The time since the agent started.', one(uptimeMs / 1000)),
    ...ofMeasures(readings, false),
    family(
      'topo_gc_full_in_seconds',
      'gauge',
      'The time until something is full, at the rate of the last looks; absent if it is not filling up.',
      ahead.filling.flatMap(({ of, fullInMs }) => labelled(of, fullInMs / 1000)),
    ),
    family(
      'topo_gc_collection_lead_seconds',
      'gauge',
      'A collection begins if something would be full sooner than that.',
      one(ahead.leadMs / 1000),
    ),
    family(
      'topo_gc_threshold_pause_seconds',
      'gauge',
      'Thresholds that have fired and are not back by their margin, and how long submissions do not count for them yet.',
      spent.map(({ trigger, of, pausedMs }) => ({ labels: { trigger, of }, value: pausedMs / 1000 })),
    ),
    family(
      'topo_gc_removals_at_once',
      'gauge',
      'Removals that may be under way at once: fewer while the CPU is under pressure.',
      one(removalsAtOnce),
    ),
    family(
      'topo_gc_pending_topologies',
      'gauge',
      'Topologies submitted and not yet removed.',
      one(pending.topologies),
    ),
    family('topo_gc_pending_members', 'gauge', 'Members submitted and not yet removed.', byKind(pending)),
    ...ofMeasures(readings, true),
    family('topo_gc_submissions', 'counter', 'Submissions taken.', one(totals.submissions)),
    family('topo_gc_collections', 'counter', 'Collections run.', one(totals.collections)),
    family('topo_gc_removed_members', 'counter', 'Members removed.', byKind(totals.removed)),
    family('topo_gc_failed_members', 'gauge', 'Members whose last removal failed.', one(totals.failed)),
    '# EOF\n',
  ].join('');
}
