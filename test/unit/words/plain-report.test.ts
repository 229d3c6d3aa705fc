import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import type { DrainProgress } from '../../../src/protocol/agent-service.ts';
import { plainReport, progressLine } from '../../../src/words/plain-report.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../fakes/made-report.ts';

const PROGRESS: DrainProgress = {
  topology: 'lab' as TopologyId,
  name: 'lab',
  state: 'removed',
  members: { containers: 4, networks: 1, volumes: 0 },
  left: { topologies: 2, containers: 6, networks: 0, volumes: 1 },
  elapsedMs: 1234,
  remainingMs: 58_700,
};

const LEAK = {
  topology: 'lab' as TopologyId,
  kind: 'network' as const,
  id: 'n1',
  name: 'web_1',
  cause: 'in-use' as const,
  reason: 'in use',
};

test('a line of a drain tells what is done, what is left and the time for it', () => {
  expect(progressLine(PROGRESS)).toBe(
    '1.2s  lab: 4 containers, 1 network removed; left: 2 topologies, 6 containers, 1 volume; time left: 58.7s',
  );
});

test('what is left to others is not counted as removed, and is named', () => {
  const members = { containers: 1, networks: 0, volumes: 0 };
  const kept = { containers: 0, networks: 0, volumes: 1 };
  expect(progressLine({ ...PROGRESS, members, kept })).toContain(
    ' lab: 1 container removed, 1 volume left to others; left: ',
  );
  const report = madeReport({ topologies: [reportedTopology('lab', { kept: ['db'] })] });
  expect(plainReport(report).split('\n')).toContain('left: db of lab: shared, and others still use it');
});

test('the report in a few lines', () => {
  const report = madeReport({
    topologies: [reportedTopology('lab')],
    collections: [madeCollection()],
    removed: { containers: 4, networks: 1, volumes: 0 },
    oneByOneMs: 12_000,
    submissionMs: 20,
    drainMs: 980,
    leaks: [LEAK],
    unconfirmed: 'no answer',
  });
  expect(plainReport(report).split('\n')).toEqual([
    '4 containers, 1 network of 1 topology removed by 1 collection',
    '  networks: 4 containers, 1 network in 1.5s (26 networks on the engine, threshold 24)',
    'time saved: 11s, an estimate: one by one at least 12s, submissions 20ms, drains 980ms',
    'thresholds fired: networks once',
    'leak: network web_1 of lab: in use',
    'leak: it is not known whether anything is left: no answer',
  ]);
});

test('no leak, no line', () => {
  expect(plainReport(madeReport())).not.toContain('leak');
});

describe('names and the engine’s words make no line of their own, which a runner might take for a command', () => {
  test.each(HOSTILE)('%j', (name) => {
    const topology = name as TopologyId;
    expect(progressLine({ ...PROGRESS, topology, name })).not.toMatch(/[\r\n]/);
    const report = madeReport({
      topologies: [reportedTopology(name)],
      collections: [madeCollection({ reason: name })],
      leaks: [{ ...LEAK, topology, name, reason: name }],
      rejected: [{ file: name, error: name }],
      unconfirmed: name,
    });
    expect(plainReport(report).split(/[\r\n]/)).toHaveLength(7);
  });
});

test('what is leased is named with its end', () => {
  const leased = [
    { topology: 'lab' as TopologyId, name: 'lab' },
    { topology: 'box-7' as TopologyId, name: 'box', endsAt: 0 },
  ];
  expect(plainReport(madeReport({ leased })).split('\n').slice(-2)).toEqual([
    'still leased: lab',
    'still leased: box, until 1970-01-01T00:00:00.000Z',
  ]);
});
