import { describe, expect, test } from 'vitest';
import type { Readings } from '../../../../src/domain/measures/measures.ts';
import type { CpuReading } from '../../../../src/domain/measures/readings.ts';
import { crossedThresholds, restingThreshold } from '../../../../src/domain/pressure/thresholds.ts';
import { parseSettings } from '../../../../src/domain/settings.ts';
import { GIB, madeFileSystem, madeReadings, madeSpace } from '../../../fakes/made-readings.ts';

const limitsOf = (inputs: Record<string, string>) => parseSettings(inputs).limits;

const triggers = (inputs: Record<string, string>, readings: Partial<Readings>, margin = false) =>
  crossedThresholds(limitsOf(inputs), madeReadings(readings), margin).map(({ trigger }) => trigger);

const pressure = (percent: number): CpuReading => ({ by: 'pressure', percent });

const HOST_AND_GROUP = [madeSpace(50, 'memory'), madeSpace(10, '/sys/fs/cgroup/job')];

describe('a threshold is crossed', () => {
  test.each([
    ['at so much free', { 'disk-threshold': '4GiB free' }, { disk: [madeSpace(4)] }, ['disk']],
    ['not with more free', { 'disk-threshold': '4GiB free' }, { disk: [madeSpace(4.01)] }, []],
    ['at so much used', { 'disk-threshold': '90%' }, { disk: [madeSpace(10)] }, ['disk']],
    ['not with less used', { 'disk-threshold': '90%' }, { disk: [madeSpace(10.01)] }, []],
    ['never when off', { 'disk-threshold': 'off' }, { disk: [madeSpace(0)] }, []],
    ['by the inodes used', { 'disk-threshold': '90%' }, { disk: [madeFileSystem(50, 100)] }, ['disk']],
    ['not by fewer', { 'disk-threshold': '90%' }, { disk: [madeFileSystem(50, 101)] }, []],
    [
      'by the share of the inodes',
      { 'disk-threshold': '4GiB free' },
      { disk: [madeFileSystem(50, 40)] },
      ['disk'],
    ],
    ['not by a larger share', { 'disk-threshold': '4GiB free' }, { disk: [madeFileSystem(50, 41)] }, []],
    ['by memory used', { 'memory-threshold': '85%' }, { memory: [madeSpace(14, 'memory')] }, ['memory']],
    ['by memory free', { 'memory-threshold': '1GiB free' }, { memory: [madeSpace(1, 'memory')] }, ['memory']],
    ['by a control group', { 'memory-threshold': '85%' }, { memory: HOST_AND_GROUP }, ['memory']],
    ['at a CPU pressure', { 'cpu-threshold': '40%' }, { cpu: pressure(40) }, ['cpu']],
    ['not below that pressure', { 'cpu-threshold': '40%' }, { cpu: pressure(39.9) }, []],
    ['never by the CPU when off', {}, { cpu: pressure(100) }, []],
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
  const { cpu: _, networks: __, ...rest } = madeReadings({ disk: [], memory: [] });
  const limits = limitsOf({
    'memory-threshold': '9TiB free',
    'cpu-threshold': '1%',
    'network-threshold': '1',
  });
  expect(crossedThresholds(limits, rest)).toEqual([]);
  expect(crossedThresholds(limits, rest, true)).toEqual([]);
});

test('each file system counts on its own and is named', () => {
  const disk = [madeSpace(50, '/'), madeSpace(3, '/data')];
  expect(crossedThresholds(limitsOf({}), madeReadings({ disk }))).toMatchObject([
    { trigger: 'disk', of: '/data', reading: 97 * GIB, reason: '3.00 GiB free of /data, threshold 4.00 GiB' },
  ]);
});

test('the most urgent comes first', () => {
  const readings = {
    disk: [madeSpace(1)],
    memory: [madeSpace(1, 'memory')],
    networks: 30,
    containers: 200,
    cpu: pressure(80),
    oldestMs: 9e6,
  };
  expect(triggers({ 'age-threshold': '10m', 'cpu-threshold': '50%' }, readings)).toEqual([
    'disk',
    'memory',
    'networks',
    'containers',
    'cpu',
    'age',
  ]);
});

test('the reason tells the reading beside the threshold', () => {
  const inputs = { 'memory-threshold': '85%', 'age-threshold': '10m' };
  const readings = { memory: [madeSpace(12, 'memory')], networks: 26, containers: 120, oldestMs: 700_400 };
  expect(crossedThresholds(limitsOf(inputs), madeReadings(readings)).map(({ reason }) => reason)).toEqual([
    '88% of memory used, threshold 85%',
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
    ['inodes: a tenth more', { 'disk-threshold': '10GiB free' }, { disk: [madeFileSystem(50, 109)] }, true],
    [
      'inodes: more than that',
      { 'disk-threshold': '10GiB free' },
      { disk: [madeFileSystem(50, 111)] },
      false,
    ],
    ['CPU: a fifth', { 'cpu-threshold': '50%' }, { cpu: pressure(41) }, true],
    ['CPU: more than that', { 'cpu-threshold': '50%' }, { cpu: pressure(39) }, false],
    ['counts: a fifth', { 'network-threshold': '20' }, { networks: 17 }, true],
    ['counts: more than that', { 'network-threshold': '20' }, { networks: 16 }, false],
    ['the smallest count', { 'container-threshold': '1' }, { containers: 0 }, false],
  ] as const)('%s', (_, inputs, readings, pressed) => {
    expect(triggers(inputs, readings)).toEqual([]);
    expect(triggers(inputs, readings, true).length > 0).toBe(pressed);
  });
});

test('inodes and bytes of a file system are told apart', () => {
  const readings = madeReadings({ disk: [madeFileSystem(3, 20)] });
  expect(crossedThresholds(limitsOf({}), readings)).toMatchObject([
    { of: '/data', reading: 97 * GIB },
    {
      of: 'the inodes of /data',
      reading: 980,
      step: 10,
      reason: '20 free of the inodes of /data, threshold 40, which is the share of 4.00 GiB',
    },
  ]);
  expect(crossedThresholds(limitsOf({ 'disk-threshold': '95%' }), readings)[1]?.reason).toBe(
    '98% of the inodes of /data used, threshold 95%',
  );
});

test.each([
  [{ by: 'pressure', percent: 46.3 }, 'CPU pressure 46%, threshold 40%'],
  [{ by: 'load', percent: 150 }, 'load a core 150%, threshold 40%'],
] as const)('the reason tells what the CPU was read by: %o', (cpu, reason) => {
  const crossed = crossedThresholds(limitsOf({ 'cpu-threshold': '40%' }), madeReadings({ cpu }));
  expect(crossed.map((each) => each.reason)).toEqual([reason]);
});

test.each([
  ['20%', { busyPercent: 19 }, 'the CPUs were 19% busy, less than 20%'],
  ['20%', { busyPercent: 20 }, undefined],
  ['100%', {}, undefined],
  ['off', { busyPercent: 0 }, undefined],
])('idle-collect: %s, %o', (idle, readings, expected) => {
  expect(restingThreshold(limitsOf({ 'idle-collect': idle }), madeReadings(readings))?.reason).toBe(expected);
});
