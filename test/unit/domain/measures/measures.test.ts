import { expect, test } from 'vitest';
import { MEASURES, readingsShown } from '../../../../src/domain/measures/measures.ts';
import { madeFileSystem, madeReadings } from '../../../fakes/made-readings.ts';

const groups = <K>(keyOf: (measure: (typeof MEASURES)[number]) => K) => [
  ...Map.groupBy(MEASURES, keyOf).values(),
];

test('a reading belongs to one measure: by its input and its unit', () => {
  for (const same of groups(({ input, unit }) => `${input.name} ${unit}`)) expect(same).toHaveLength(1);
});

test('measures with one trigger have one input, one urgency, and the same that helps', () => {
  for (const [first, ...others] of groups(({ trigger }) => trigger))
    for (const { input, urgency, relief, fires } of others)
      expect({ input, urgency, relief, fires }).toEqual({
        ...{ input: first?.input, urgency: first?.urgency, relief: first?.relief, fires: first?.fires },
      });
});

test('gauges with one name have one help', () => {
  const metrics = MEASURES.flatMap((measure) => measure.metrics);
  for (const same of Map.groupBy(metrics, ({ name }) => name).values())
    expect(new Set(same.map(({ help }) => help)).size).toBe(1);
});

test('what runs out has a total, and only that', () => {
  const readings = madeReadings({ disk: [madeFileSystem(50, 30)], busyPercent: 5, oldestMs: 1 });
  for (const { runsOut, amounts } of MEASURES)
    for (const { total } of amounts(readings)) expect(total !== undefined).toBe(runsOut);
});

test('what is read of a file system is told together', () => {
  const disk = [madeFileSystem(50, 30, '/'), madeFileSystem(20, 10, '/data')];
  expect(readingsShown(madeReadings({ disk, memory: [] })).map(({ of, unit }) => `${of} ${unit}`)).toEqual([
    '/ bytes',
    '/ inodes',
    '/data bytes',
    '/data inodes',
    'pressure percent',
    'containers count',
    'networks count',
  ]);
});
