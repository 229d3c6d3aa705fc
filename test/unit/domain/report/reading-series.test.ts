import { describe, expect, test } from 'vitest';
import {
  addReadings,
  emptySeries,
  MOST_LOOKS,
  type ReadingSeries,
} from '../../../../src/domain/report/reading-series.ts';
import { closeness, reportReadings } from '../../../../src/domain/report/reported-readings.ts';
import { parseSettings } from '../../../../src/domain/settings.ts';
import { GIB, madeFileSystem, madeReadings, madeSpace } from '../../../fakes/made-readings.ts';

const POLL_MS = 2000;

const limitsOf = (inputs: Readonly<Record<string, string>>) => parseSettings(inputs).limits;

/** A series of looks, one a poll unless they tell when. */
function seriesOf(looks: readonly Parameters<typeof madeReadings>[0][]): ReadingSeries {
  const series = emptySeries(POLL_MS);
  for (const [index, look] of looks.entries())
    addReadings(series, madeReadings({ at: index * POLL_MS, ...look }));
  return series;
}

const reported = (series: ReadingSeries, input: string, inputs = {}) => {
  const found = reportReadings(series, limitsOf(inputs)).measures.find((measure) => measure.input === input);
  if (found === undefined) throw new Error(`there is no ${input}`);
  return found;
};

test('each measure has a value for each look, and none where it could not be read', () => {
  const { networks: _, ...blind } = madeReadings({ at: POLL_MS, busyPercent: 12.345, containers: 4 });
  const series = seriesOf([{ networks: 2 }, {}, { networks: 5 }]);
  addReadings(series, { ...blind, at: 3 * POLL_MS });
  expect(reportReadings(series, limitsOf({})).at).toEqual([0, 2000, 4000, 6000]);
  expect(reported(series, 'network-threshold').values).toEqual([2, 1, 5, null]);
  expect(reported(series, 'idle-collect').values).toEqual([null, null, null, 12.3]);
});

test('looks that are much closer than a poll are not kept, but are among the tightest', () => {
  const series = seriesOf([{}, { at: 10, networks: 30, disk: [madeSpace(2)] }, { at: 1600 }]);
  expect(series.at).toEqual([0, 1600]);
  expect(reported(series, 'network-threshold')).toMatchObject({
    values: [1, 1],
    tightest: { at: 10, value: 30 },
  });
  expect(reported(series, 'disk-threshold').tightest).toEqual({ at: 10, value: 2 * GIB });
});

describe('of a long job', () => {
  const looks = Array.from({ length: 50 * MOST_LOOKS }, (_, at) => ({
    containers: at === 20_001 ? 99 : at % 7,
  }));
  const series = seriesOf(looks);

  test('so many looks are kept at the most, from the first to the last, evenly', () => {
    expect(series.at.length).toBeLessThanOrEqual(MOST_LOOKS);
    expect(series.at.length).toBeGreaterThan(MOST_LOOKS / 3);
    expect(series.at[0]).toBe(0);
    const apart = series.at.slice(1).map((at, index) => at - (series.at[index] ?? 0));
    expect((looks.length - 1) * POLL_MS - (series.at.at(-1) ?? 0)).toBeLessThanOrEqual(Math.max(...apart));
    expect(Math.max(...apart)).toBeLessThanOrEqual(2 * Math.min(...apart));
  });

  test('values stay with the looks that they belong to', () => {
    const { values } = reported(series, 'container-threshold');
    expect(values).toEqual(series.at.map((at) => looks[at / POLL_MS]?.containers));
  });

  test('the tightest is not lost', () => {
    expect(reported(series, 'container-threshold').tightest).toEqual({ at: 20_001 * POLL_MS, value: 99 });
  });
});

describe('where a threshold lies', () => {
  const fileSystem = { disk: [madeFileSystem(40, 300)], memory: [madeSpace(25, 'memory')], containers: 30 };
  const inputs = { 'disk-threshold': '10GiB free', 'memory-threshold': '85%', 'container-threshold': '40' };
  const { measures } = reportReadings(seriesOf([fileSystem]), limitsOf(inputs));
  const facts = measures.map((measure) => ({ ...measure, closeness: closeness(measure) }));

  test('it is in the unit of what it is compared with', () => {
    expect(facts.map(({ of, unit, threshold }) => [of, unit, threshold])).toEqual([
      ['/data', 'bytes', 10 * GIB],
      ['/data', 'inodes', 100],
      ['memory', 'bytes', 15 * GIB],
      ['pressure', 'percent', undefined],
      ['containers', 'count', 40],
      ['networks', 'count', 24],
    ]);
  });

  test('closeness is 1 where it is reached', () => {
    const by = (of: string, unit: string) =>
      facts.find((each) => each.of === of && each.unit === unit)?.closeness;
    expect(by('/data', 'bytes')).toBeCloseTo(0.25);
    expect(by('/data', 'inodes')).toBeCloseTo(1 / 3);
    expect(by('memory', 'bytes')).toBeCloseTo(0.6);
    expect(by('containers', 'count')).toBeCloseTo(0.75);
    expect(by('pressure', 'percent')).toBeUndefined();
  });
});
