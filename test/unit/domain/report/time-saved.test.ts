import { describe, expect, test } from 'vitest';
import { oneByOneMs, ranAllItsGrace } from '../../../../src/domain/report/time-saved.ts';
import type { Member, Topology } from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

/** A topology of a container that was stopping and being removed from/to, in ms, with a grace of 10 s. */
function removed(stop: [number, number], removal: [number, number], rest: Partial<Member> = {}): Topology {
  const [stoppingAt, stoppedAt] = stop;
  const [removingAt, removedAt] = removal;
  const member = madeMember('a', { state: 'removed', stoppingAt, stoppedAt, removingAt, removedAt, ...rest });
  return madeTopology('lab', [member], { stopTimeoutMs: 10_000 });
}

test('nothing takes no time', () => {
  expect(oneByOneMs([])).toBe(0);
});

test('one container takes what its stop and its removal took', () => {
  expect(oneByOneMs([removed([0, 300], [5000, 5100])])).toBe(400);
});

test('graces that ran out add up, as one by one they follow each other', () => {
  const stubborn = () => removed([0, 10_000], [10_000, 10_000]);
  expect(oneByOneMs(Array.from({ length: 8 }, stubborn))).toBe(80_000);
});

test('what overlaps counts once, as one by one can not be known to take longer than side by side', () => {
  expect(oneByOneMs([removed([0, 300], [300, 400]), removed([100, 350], [350, 500])])).toBe(500);
  expect(oneByOneMs([removed([0, 1000], [1000, 1000]), removed([200, 400], [1000, 1000])])).toBe(1000);
});

test('waiting between the stop and the removal does not count', () => {
  expect(oneByOneMs([removed([0, 100], [60_000, 60_100]), removed([0, 100], [60_050, 60_200])])).toBe(300);
});

test('it is never more than the graces and the time in which something was under way', () => {
  const many = Array.from({ length: 50 }, (_, at) =>
    removed([at * 10, at * 10 + 200], [1000 + at, 1100 + at]),
  );
  expect(oneByOneMs(many)).toBe(49 * 10 + 200 + 49 + 100);
});

test('a network counts with its removal; what is left, or went by itself, counts nothing', () => {
  const network = madeMember('n', { kind: 'network', state: 'removed', removingAt: 100, removedAt: 280 });
  const left = removed([0, 10_000], [10_000, 10_100], { state: 'failed' });
  const gone = madeMember('g', { state: 'removed', removedAt: 50 });
  expect(oneByOneMs([madeTopology('a', [network, gone]), left])).toBe(180);
});

describe('a stop was ignored', () => {
  test.each([
    ['when it took the whole grace', 0, 10_000, 10_000, true],
    ['not when it took less', 0, 9_999, 10_000, false],
    ['not when there was no grace to use up', 0, 50, 0, false],
    ['not when the container has not stopped', 0, undefined, 10_000, false],
    ['not when it was not asked to stop', undefined, 10_000, 10_000, false],
  ] as const)('%s', (_, stoppingAt, stoppedAt, graceMs, ignored) => {
    const times = {
      ...(stoppingAt !== undefined && { stoppingAt }),
      ...(stoppedAt !== undefined && { stoppedAt }),
    };
    expect(ranAllItsGrace({ ...times, graceMs })).toBe(ignored);
  });
});

test('workers of pytest-xdist tear down side by side: the longest counts', () => {
  const of = (worker: string) => ({ ...removed([0, 10_000], [10_000, 10_000]), metadata: { worker } });
  expect(oneByOneMs([of('gw0'), of('gw0'), of('gw1')])).toBe(20_000);
  expect(oneByOneMs([of('gw0'), of('gw1'), removed([0, 10_000], [10_000, 10_000])])).toBe(20_000);
});
