import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { plainFleet } from '../../../src/words/plain-fleet.ts';
import { MATRIX, madeFleet, withStrays } from '../../fakes/made-fleet.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../fakes/made-report.ts';

test('a matrix in a few lines', () => {
  expect(plainFleet(madeFleet(MATRIX, 6)).split('\n')).toMatchInlineSnapshot(`
    [
      "5 jobs, 1 clean: 1 leak, 1 job not confirmed, 1 job not finished, 1 job without a report, 1 stray",
      "missing: 1 job without a report: it is unknown what they left",
      "368 containers, 91 networks of 94 topologies removed by 18 collections",
      "time saved: 16m 43.5s, an estimate: submissions 368ms, drains 8.1s",
      "job debian 12: 1 leak",
      "job fedora 42: not confirmed; it is not known whether anything is left: connect ECONNREFUSED /var/run/docker.sock",
      "job alpine 3.22: 1 topology not finished; its report was written before the job ended, so the fate of the rest is unknown",
      "job debian 13: 1 stray",
      "leak in-use: 1 network in 1 job. See who still uses it: docker network inspect, docker ps --all. Hand that over too, or submit this as shared.",
      "  debian 12: network net39 of t39: error while removing network: network net39 id 3f9a81c04b17 has active endpoints",
      "stray not-handed-over: 1 volume in 1 job. Hand them over, or set strays: collect where only one job uses the engine. Elsewhere strays may be those of another job: set strays: ignore.",
      "  debian 13: volume cache_7: made at 2026-11-24T10:04:00Z",
      "threshold containers: fired 15 times in 3 jobs; closest in ubuntu 24.04, 100% (containers: 24 pending, threshold 24)",
      "threshold memory: never fired; closest in ubuntu 24.04, 26% (memory: 42% used, threshold 85%)",
      "threshold networks: never fired; closest in ubuntu 24.04, 23% (networks: 9 on the engine, threshold 40)",
      "threshold disk: never fired; closest in ubuntu 24.04, 7% (disk /var/lib/docker: 56.8 GiB free, threshold 4GiB free)",
      "image registry.example/lab/switch:2.4: 92 containers in 3 jobs, 5 ignored the stop signal, up to 10s until stopped",
      "image postgres:17: 92 containers in 3 jobs, 5 ignored the stop signal, up to 10s until stopped",
      "image redis:8: 92 containers in 3 jobs, 2 ignored the stop signal, up to 10s until stopped",
      "image nginx:1.29: 92 containers in 3 jobs, 2 ignored the stop signal, up to 10s until stopped",
    ]
  `);
});

test('where all is well, there is nothing to say but the figures', () => {
  const report = madeReport({ topologies: [reportedTopology('lab')], oneByOneMs: 12_000, drainMs: 2000 });
  expect(plainFleet(madeFleet({ a: report, b: report })).split('\n')).toEqual([
    '2 jobs, 2 clean: nothing left',
    'nothing of 2 topologies removed by 0 collections',
    'time saved: 20s, an estimate: submissions 0ms, drains 4s',
  ]);
});

test('what is long is cut, and the rest is counted', () => {
  const leaks = Array.from({ length: 100 }, (_, at) => ({
    ...{ topology: 'lab' as TopologyId, kind: 'network' as const, id: `n${at}`, name: `n${at}` },
    ...{ cause: 'in-use' as const, reason: 'in use' },
  }));
  const lines = plainFleet(madeFleet({ a: madeReport({ leaks }) })).split('\n');
  expect(lines.filter((line) => line.startsWith('  a: network'))).toHaveLength(20);
  expect(lines).toContain('  … and 80 more');
});

describe('no name and no word of an engine makes a line of its own', () => {
  test.each(HOSTILE)('%j', (name) => {
    const topology = name as TopologyId;
    const report = withStrays(
      madeReport({
        topologies: [
          reportedTopology(name, {
            lives: [{ kind: 'container', name, state: 'failed', image: name, deafTo: 'SIGTERM' }],
          }),
        ],
        collections: [madeCollection({ reason: name })],
        leaks: [{ topology, kind: 'container', id: 'c', name, cause: 'failed', reason: name }],
        unconfirmed: name,
      }),
      [{ kind: 'volume', name, why: name }],
    );
    expect(plainFleet(madeFleet({ [name]: report })).split(/[\r\n]/)).toHaveLength(10);
  });
});
