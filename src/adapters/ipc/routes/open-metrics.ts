import { COUNT_NAMES } from '../../../domain/removal/collection.ts';
import type { Status } from '../../../protocol/agent-service.ts';

export const METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

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

/** The status as OpenMetrics text. A reading that is unavailable has no sample. */
export function toOpenMetrics(status: Status): string {
  const { readings, spent, ahead, removalsAtOnce, pending, totals, uptimeMs } = status;
  const spaces = [...readings.disk, ...readings.memory];
  const one = (value: number | undefined): Sample[] => (value === undefined ? [] : [{ value }]);
  return [
    family('topo_gc_uptime_seconds', 'gauge', 'How long the agent runs.', one(uptimeMs / 1000)),
    family(
      'topo_gc_free_bytes',
      'gauge',
      'What is free of a file system, or of memory.',
      spaces.flatMap(({ of, freeBytes }) => labelled(of, freeBytes)),
    ),
    family(
      'topo_gc_size_bytes',
      'gauge',
      'What a file system, or memory, holds in all.',
      spaces.flatMap(({ of, totalBytes }) => labelled(of, totalBytes)),
    ),
    family(
      'topo_gc_free_inodes',
      'gauge',
      'What is free of the inodes of a file system.',
      spaces.flatMap(({ of, freeInodes }) => labelled(of, freeInodes)),
    ),
    family(
      'topo_gc_size_inodes',
      'gauge',
      'How many inodes a file system has in all.',
      spaces.flatMap(({ of, totalInodes }) => labelled(of, totalInodes)),
    ),
    family(
      'topo_gc_cpu_ratio',
      'gauge',
      'CPU pressure (PSI some avg10), or load a core where the kernel has no PSI; 1 is 100 %.',
      readings.cpu ? [{ labels: { by: readings.cpu.by }, value: readings.cpu.percent / 100 }] : [],
    ),
    family(
      'topo_gc_cpu_busy_ratio',
      'gauge',
      'How much of the time since the last look the CPUs were busy.',
      one(readings.busyPercent === undefined ? undefined : readings.busyPercent / 100),
    ),
    family(
      'topo_gc_engine_networks',
      'gauge',
      'Bridge networks on the engine, whoever made them.',
      one(readings.networks),
    ),
    family(
      'topo_gc_full_in_seconds',
      'gauge',
      'How long until something is full, at the rate of the last looks; nothing of what is not filling up.',
      ahead.filling.flatMap(({ of, fullInMs }) => labelled(of, fullInMs / 1000)),
    ),
    family(
      'topo_gc_collection_lead_seconds',
      'gauge',
      'A collection begins when something is full sooner than that.',
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
    family(
      'topo_gc_oldest_pending_seconds',
      'gauge',
      'Age of the oldest pending topology.',
      one((readings.oldestMs ?? 0) / 1000),
    ),
    family('topo_gc_submissions', 'counter', 'Submissions taken.', one(totals.submissions)),
    family('topo_gc_collections', 'counter', 'Collections run.', one(totals.collections)),
    family('topo_gc_removed_members', 'counter', 'Members removed.', byKind(totals.removed)),
    family('topo_gc_failed_members', 'gauge', 'Members whose last removal failed.', one(totals.failed)),
    '# EOF\n',
  ].join('');
}
