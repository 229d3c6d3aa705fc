import { expect, test } from 'vitest';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { plainSummary } from '../../../../src/words/plain/plain-summary.ts';
import { HOSTILE, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const LEAK = {
  topology: 'lab' as TopologyId,
  kind: 'network' as const,
  id: 'n1',
  name: 'web_1',
  cause: 'in-use' as const,
  reason: 'in use',
};

const linesOf = (...args: Parameters<typeof plainSummary>) => plainSummary(...args).split('\n');

test('the headline comes first, and what a page would show follows in plain lines', () => {
  const lab = reportedTopology('lab', { ignoredStop: ['c1', 'c2'], absent: ['typo'], kept: ['shared'] });
  const lines = linesOf(madeReport({ topologies: [lab], leaks: [LEAK, LEAK] }), {
    jobStatus: 'cancelled',
    postMs: 5,
    inPlaceBecause: 'no answer\nfrom it',
  });
  expect(lines[0]).toMatch(/^topo-gc: \w+ topolog\w+ collected, 2 leaks$/);
  expect(lines).toEqual(
    expect.arrayContaining([
      'the job was cancelled',
      'the post step drained from the journal because the agent did not: no answer from it',
      'leak: network web_1 of lab: in use',
      'ignored their stop signal (2): c1 of lab, c2 of lab',
      'not there at the submission (1): typo of lab',
      'shared, and still used by others (1): shared of lab',
    ]),
  );
  expect(lines.filter((line) => line.startsWith('what to do: '))).toHaveLength(1);
});

test('what did not happen has no line', () => {
  const text = plainSummary(madeReport(), { jobStatus: 'success', postMs: 5 });
  expect(text).toMatch(/^topo-gc: 0 topologies collected, nothing left\n/);
  expect(text).not.toMatch(/cancelled|what to do|slow to stop|\(0\)/);
});

test('of many names the first ten are told', () => {
  const absent = Array.from({ length: 12 }, (_, at) => `c${at}`);
  const report = madeReport({ topologies: [reportedTopology('lab', { absent })] });
  const line = linesOf(report, { jobStatus: 'success', postMs: 5 }).find((each) =>
    each.startsWith('not there'),
  );
  expect(line).toContain('(12): c0 of lab, ');
  expect(line).toMatch(/c9 of lab, …$/);
});

test.each(HOSTILE)('a name makes no line of its own: %j', (name) => {
  const plain = (text: string) =>
    linesOf(madeReport({ topologies: [reportedTopology(text, { absent: [text], ignoredStop: [text] })] }), {
      jobStatus: 'success',
      postMs: 5,
      inPlaceBecause: text,
    }).length;
  expect(plain(name)).toBe(plain('lab'));
});
