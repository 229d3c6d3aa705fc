import { describe, expect, test } from 'vitest';
import type { Readings } from '../../../src/domain/readings.ts';
import { parseSettings } from '../../../src/domain/settings.ts';
import { crossedThresholds } from '../../../src/domain/thresholds.ts';
import { GIB, madeReadings, madeSpace } from '../../fakes/made-readings.ts';

const limitsOf = (inputs: Record<string, string>) => parseSettings(inputs).limits;

const triggers = (inputs: Record<string, string>, readings: Partial<Readings>, margin = false) =>
  crossedThresholds(limitsOf(inputs), madeReadings(readings), margin).map(({ trigger }) => trigger);

describe('a threshold is crossed', () => {
  test.each([
    ['at so much free', { 'disk-threshold': '4GiB free' }, { disk: [madeSpace(4)] }, ['disk']],
    ['not with more free', { 'disk-threshold': '4GiB free' }, { disk: [madeSpace(4.01)] }, []],
    ['at so much used', { 'disk-threshold': '90%' }, { disk: [madeSpace(10)] }, ['disk']],
    ['not with less used', { 'disk-threshold': '90%' }, { disk: [madeSpace(10.01)] }, []],
    ['never when off', { 'disk-threshold': 'off' }, { disk: [madeSpace(0)] }, []],
    ['by memory used', { 'memory-threshold': '85%' }, { memory: madeSpace(14, 'memory') }, ['memory']],
    ['by memory free', { 'memory-threshold': '1GiB free' }, { memory: madeSpace(1, 'memory') }, ['memory']],
    ['at a count of containers', { 'container-threshold': '8' }, { containers: 8 }, ['containers']],
    ['not below that count', { 'container-threshold': '8' }, { containers: 7 }, []],
    ['at a count of networks', { 'network-threshold': '24' }, { networks: 24 }, ['networks']],
    ['at an age', { 'age-threshold': '10m' }, { oldestMs: 600_000 }, ['age']],
    ['not before that age', { 'age-threshold': '10m' }, { oldestMs: 599_999 }, []],
    ['by no age where nothing is pending', { 'age-threshold': '1s' }, {}, []],
  ] as const)('%s', (_, inputs, readings, crossed) => {
    expect(triggers(inputs, readings)).toEqual(crossed);
  });
});

test('what is unavailable crosses nothing: it is not 0', () => {
  const { memory: _, networks: __, ...rest } = madeReadings();
  const limits = limitsOf({ 'memory-threshold': '100GiB free', 'network-threshold': '1' });
  expect(crossedThresholds(limits, { ...rest, disk: [] })).toEqual([]);
  expect(crossedThresholds(limits, { ...rest, disk: [] }, true)).toEqual([]);
});

test('each file system counts on its own and is named', () => {
  const disk = [madeSpace(50, '/'), madeSpace(3, '/data')];
  expect(crossedThresholds(limitsOf({}), madeReadings({ disk }))).toMatchObject([
    { trigger: 'disk', of: '/data', reading: 3 * GIB, reason: '3.00 GiB free of /data, threshold 4.00 GiB' },
  ]);
});

test('the most urgent comes first', () => {
  const readings = {
    disk: [madeSpace(1)],
    memory: madeSpace(1, 'memory'),
    networks: 30,
    containers: 200,
    oldestMs: 9e6,
  };
  expect(triggers({ 'age-threshold': '10m' }, readings)).toEqual([
    'disk',
    'memory',
    'networks',
    'containers',
    'age',
  ]);
});

test('the reason tells the reading beside the threshold', () => {
  const inputs = { 'memory-threshold': '85%', 'age-threshold': '10m' };
  const readings = { memory: madeSpace(12, 'memory'), networks: 26, containers: 120, oldestMs: 700_400 };
  expect(crossedThresholds(limitsOf(inputs), madeReadings(readings)).map(({ reason }) => reason)).toEqual([
    '88 % of memory used, threshold 85 %',
    '26 networks on the engine, threshold 24',
    '120 containers pending, threshold 100',
    'the oldest topology has waited for 700 s, threshold 600 s',
  ]);
});

describe('a reading is back under its threshold only by a margin', () => {
  test.each([
    ['free bytes: a tenth more', { 'disk-threshold': '10GiB free' }, { disk: [madeSpace(10.9)] }, true],
    ['free bytes: more than that', { 'disk-threshold': '10GiB free' }, { disk: [madeSpace(11.1)] }, false],
    ['use: five points', { 'disk-threshold': '90%' }, { disk: [madeSpace(14.9)] }, true],
    ['use: more than that', { 'disk-threshold': '90%' }, { disk: [madeSpace(15.1)] }, false],
    ['counts: a fifth', { 'network-threshold': '20' }, { networks: 17 }, true],
    ['counts: more than that', { 'network-threshold': '20' }, { networks: 16 }, false],
    ['the smallest count', { 'container-threshold': '1' }, { containers: 0 }, false],
  ] as const)('%s', (_, inputs, readings, pressed) => {
    expect(triggers(inputs, readings)).toEqual([]);
    expect(triggers(inputs, readings, true).length > 0).toBe(pressed);
  });
});
