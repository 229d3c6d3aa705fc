import { describe, expect, test } from 'vitest';
import type { Readings } from '../../../src/domain/readings.ts';
import { nextBatch } from '../../../src/domain/reclaim.ts';
import { parseSettings } from '../../../src/domain/settings.ts';
import { crossedThresholds, type Limits } from '../../../src/domain/thresholds.ts';
import type { Topology } from '../../../src/domain/topology.ts';
import { madeReadings, madeSpace } from '../../fakes/made-readings.ts';
import { madeMember, madeTopology } from '../../fakes/made-topology.ts';

const OFF = {
  'disk-threshold': 'off',
  'memory-threshold': 'off',
  'container-threshold': 'off',
  'network-threshold': 'off',
};

const limitsOf = (inputs: Record<string, string>) => parseSettings({ ...OFF, ...inputs }).limits;

/** Four containers and a network, submitted that many ms after 0. */
const lab = (name: string, submittedAt = 0): Topology =>
  madeTopology(
    name,
    [
      ...['a', 'b', 'c', 'd'].map((node) => madeMember(`${name}-${node}`)),
      madeMember(`${name}-net`, { kind: 'network' }),
    ],
    { submittedAt },
  );

/** What is chosen when these readings are the ones that have fired. */
function chosen(limits: Limits, readings: Readings, pending: readonly Topology[]): Topology[] {
  const crossed = new Set(crossedThresholds(limits, readings).map(({ trigger }) => trigger));
  return nextBatch(limits, crossed, readings, pending);
}

const names = (topologies: readonly Topology[]) => topologies.map(({ id }) => id);

const PENDING = ['one', 'two', 'three', 'four'].map((name, at) => lab(name, at * 1000));

test('none is chosen where the readings are under their thresholds by the margin', () => {
  expect(chosen(limitsOf({}), madeReadings(), PENDING)).toEqual([]);
  const far = madeReadings({ containers: 16, networks: 4, disk: [madeSpace(50)] });
  expect(chosen(parseSettings({}).limits, far, PENDING)).toEqual([]);
});

describe('the oldest come first, and no more than bring the count back by the margin', () => {
  // With 16 pending, 12 are the margin of a threshold of 15, and 8 that of one of 10.
  test.each([
    ['15', ['one']],
    ['10', ['one', 'two']],
    ['5', ['one', 'two', 'three']],
    ['1', ['one', 'two', 'three', 'four']],
  ])('container-threshold: %s', (threshold, expected) => {
    const readings = madeReadings({ containers: 16 });
    expect(names(chosen(limitsOf({ 'container-threshold': threshold }), readings, PENDING))).toEqual(
      expected,
    );
  });

  test('network-threshold', () => {
    const readings = madeReadings({ networks: 10 });
    expect(names(chosen(limitsOf({ 'network-threshold': '10' }), readings, PENDING))).toEqual(['one', 'two']);
  });

  test('what is done already gives nothing back', () => {
    const gone = madeTopology('gone', [
      ...['a', 'b', 'c', 'd'].map((node) => madeMember(node, { state: 'removed' })),
      madeMember('left'),
    ]);
    const readings = madeReadings({ containers: 9 });
    const limits = limitsOf({ 'container-threshold': '9' });
    expect(names(chosen(limits, readings, [gone, ...PENDING]))).toEqual(['gone', 'one']);
  });
});

test('all are chosen where others hold what all of them could not bring back', () => {
  const readings = madeReadings({ networks: 100 });
  expect(chosen(limitsOf({ 'network-threshold': '24' }), readings, PENDING)).toHaveLength(4);
});

test('an unavailable count chooses nothing', () => {
  const { networks: _, ...readings } = madeReadings();
  expect(chosen(limitsOf({ 'network-threshold': '1' }), readings, PENDING)).toEqual([]);
});

test('only those are chosen that are too old', () => {
  const readings = madeReadings({ at: 61_500, oldestMs: 61_500 });
  expect(names(chosen(limitsOf({ 'age-threshold': '1m' }), readings, PENDING))).toEqual(['one', 'two']);
});

test.each(['disk-threshold', 'memory-threshold'])(
  '%s: a few, as only a new reading tells what they gave back',
  (input) => {
    const readings = madeReadings({ disk: [madeSpace(1)], memory: [madeSpace(1, 'memory')] });
    expect(names(chosen(limitsOf({ [input]: '95%' }), readings, PENDING))).toEqual(['one', 'two']);
  },
);
