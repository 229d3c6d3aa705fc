import { describe, expect, test } from 'vitest';
import type { ReportedMember } from '../../../../src/domain/report/reported-topology.ts';
import { memberSpans, topologySpans } from '../../../../src/page/time/stages.ts';
import { reportedTopology } from '../../../fakes/made-report.ts';

const END = 60_000;
const LIFE = { createdAt: 200, stoppingAt: 1010, removingAt: 20_000 };

describe('a topology', () => {
  test('goes through its stages, which follow each other', () => {
    expect(topologySpans(reportedTopology('lab', LIFE), END)).toEqual([
      { stage: 'in use', from: 200, to: 1000 },
      { stage: 'stopping', from: 1000, to: 3000 },
      { stage: 'stopped', from: 3000, to: 20_000 },
      { stage: 'removing', from: 20_000, to: 21_000 },
    ]);
  });

  test('is stopping until the last of it has stopped, also where the first is removed before', () => {
    expect(
      topologySpans(reportedTopology('lab', { removingAt: 2000 }), END).map(({ stage, to }) => [stage, to]),
    ).toEqual([
      ['stopping', 3000],
      ['removing', 21_000],
    ]);
  });

  test('that is left is so until the end', () => {
    const { removedAt: _, ...left } = reportedTopology('lab', { ...LIFE, state: 'failed' });
    expect(topologySpans(left, END).at(-1)).toEqual({ stage: 'left', from: 20_000, to: END });
  });

  test('of an agent that died, what is not known is left out', () => {
    expect(topologySpans(reportedTopology('lab'), END)).toEqual([
      { stage: 'stopping', from: 1000, to: 3000 },
      { stage: 'stopped', from: 3000, to: 21_000 },
    ]);
  });

  test('of things that need not stop waits at once', () => {
    const { stoppedAt: _, ...network } = reportedTopology('lab', { removingAt: 20_000 });
    expect(topologySpans(network, END)[0]).toMatchObject({ stage: 'stopped', from: 1000 });
  });
});

test('a member has its own times, and one that was not there has none', () => {
  const member: ReportedMember = {
    kind: 'network',
    name: 'n',
    state: 'removed',
    removingAt: 20_500,
    removedAt: 20_800,
  };
  const topology = reportedTopology('lab', LIFE);
  expect(memberSpans(topology, member, END)).toEqual([
    { stage: 'stopped', from: 1000, to: 20_500 },
    { stage: 'removing', from: 20_500, to: 20_800 },
  ]);
  expect(memberSpans(topology, { ...member, state: 'absent' }, END)).toEqual([]);
});
