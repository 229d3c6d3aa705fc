import { expect, test } from 'vitest';
import { toOpenMetrics } from '../../../../../src/adapters/ipc/routes/open-metrics.ts';
import { STATUS } from '../../../../fakes/fake-agent-service.ts';
import { GIB, madeFileSystem, madeSpace } from '../../../../fakes/made-readings.ts';

const linesOf = (text: string) => text.split('\n');

test('each family has its type, then its help, then its samples; the last line says that it is whole', () => {
  const text = toOpenMetrics(STATUS);
  expect(text).toMatch(/\n# EOF\n$/);
  expect(text).not.toMatch(/\n\n/);
  const names = new Set<string>();
  let family = '';
  for (const line of linesOf(text).slice(0, -2)) {
    const [, type] = /^# TYPE (\S+) (gauge|counter)$/.exec(line) ?? [];
    if (type !== undefined) {
      expect(names).not.toContain(type);
      names.add(type);
      family = type;
    } else
      expect(line).toMatch(
        new RegExp(`^(# HELP ${family} \\S.*|${family}(_total)?(\\{.*\\})? \\d+(\\.\\d+)?)$`),
      );
  }
});

test.each([
  'topo_gc_uptime_seconds 90.5',
  `topo_gc_free_bytes{of="/data"} ${50 * GIB}`,
  `topo_gc_size_bytes{of="memory"} ${100 * GIB}`,
  'topo_gc_cpu_ratio{by="pressure"} 0.1',
  'topo_gc_cpu_busy_ratio 0.25',
  'topo_gc_engine_networks 7',
  'topo_gc_full_in_seconds{of="/data"} 90',
  'topo_gc_collection_lead_seconds 12',
  'topo_gc_threshold_pause_seconds{trigger="networks",of="networks"} 45',
  'topo_gc_removals_at_once 2',
  'topo_gc_pending_topologies 1',
  'topo_gc_pending_members{kind="containers"} 3',
  'topo_gc_oldest_pending_seconds 4.5',
  'topo_gc_submissions_total 5',
  'topo_gc_collections_total 2',
  'topo_gc_removed_members_total{kind="volumes"} 1',
  'topo_gc_failed_members 1',
])('%s', (line) => {
  expect(linesOf(toOpenMetrics(STATUS))).toContain(line);
});

test('a reading that is unavailable has no sample: it is no 0', () => {
  const { networks: _, cpu: __, busyPercent: ___, ...readings } = STATUS.readings;
  const text = toOpenMetrics({ ...STATUS, readings: { ...readings, disk: [], memory: [] } });
  expect(text).not.toMatch(/^topo_gc_(free|size|engine|cpu)_/m);
  expect(text).toMatch(/# EOF\n$/);
});

test('inodes of a file system that counts them', () => {
  const disk = [madeFileSystem(50, 30), madeSpace(1, '/btrfs')];
  const text = toOpenMetrics({ ...STATUS, readings: { ...STATUS.readings, disk } });
  expect(linesOf(text).filter((line) => line.includes('inodes{'))).toEqual([
    'topo_gc_free_inodes{of="/data"} 30',
    'topo_gc_size_inodes{of="/data"} 1000',
  ]);
});

test('what is odd in a path is escaped', () => {
  const disk = [madeSpace(1, 'a "quoted"\\path\nof two lines')];
  expect(toOpenMetrics({ ...STATUS, readings: { ...STATUS.readings, disk } })).toContain(
    'topo_gc_free_bytes{of="a \\"quoted\\"\\\\path\\nof two lines"} ',
  );
});
