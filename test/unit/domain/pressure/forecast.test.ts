import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Course,
  crossedAhead,
  leadMs,
  observe,
  trendsOf,
} from '../../../../src/domain/pressure/forecast.ts';
import type { CollectionRecord } from '../../../../src/domain/removal/collection.ts';
import { parseSettings } from '../../../../src/domain/settings.ts';
import { GIB, madeFileSystem, madeReadings, madeSpace } from '../../../fakes/made-readings.ts';

const SECOND = 1000;
/** That many looks are remembered. */
const SAMPLES = 12;
const { limits } = parseSettings({});

/** A look every two seconds, at so many GiB free. */
function courseOf(free: readonly number[], everyMs = 2 * SECOND) {
  let course: Course = new Map();
  let readings = madeReadings();
  for (const [at, freeGib] of free.entries()) {
    readings = madeReadings({ at: at * everyMs, disk: [madeSpace(freeGib)] });
    course = observe(course, readings, 2 * SECOND);
  }
  return { course, readings };
}

/** GiB a second. */
function rateOf(free: readonly number[], everyMs?: number): number | undefined {
  const { course, readings } = courseOf(free, everyMs);
  const trend = trendsOf(course, readings).find(({ supply }) => supply.trigger === 'disk');
  return trend && (trend.perMs * SECOND) / GIB;
}

const falling = (count: number, by: number, from = 50) =>
  Array.from({ length: count }, (_, at) => from - at * by);

describe('the rate', () => {
  test('is what is written in a second', () => {
    expect(rateOf(falling(8, 1))).toBeCloseTo(0.5);
    expect(rateOf(falling(8, -1))).toBeCloseTo(-0.5);
    expect(rateOf(falling(8, 0))).toBeCloseTo(0);
  });

  test('is not known after three looks', () => {
    expect(rateOf(falling(3, 1))).toBeUndefined();
    expect(rateOf(falling(4, 1))).toBeCloseTo(0.5);
  });

  test('is not told by looks that are as good as one', () => {
    expect(rateOf(falling(12, 1), 50)).toBeUndefined();
  });

  test('is that of late: what was before the window does not count', () => {
    expect(rateOf([...falling(20, 0), ...falling(SAMPLES + 1, 1)])).toBeCloseTo(0.5);
  });

  test('is no burst of writing, unless that goes on', () => {
    expect(rateOf([50, 50, 50, 50, 50, 50, 50, 50, 50, 40, 40, 40])).toBeCloseTo(0);
    expect(rateOf([50, 50, 50, 50, 50, 50, 50, 46, 42, 38, 34, 30])).toBeGreaterThan(0.5);
  });

  test('a quarter of the looks may be anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(SAMPLES - 1), free: fc.double({ min: 0, max: 100, noNaN: true }) }), {
          maxLength: 3,
        }),
        (odd) => {
          const free = falling(SAMPLES, 1);
          for (const each of odd) free[each.at] = each.free;
          expect(rateOf(free)).toBeGreaterThan(0);
          expect(rateOf(free)).toBeLessThan(2);
        },
      ),
    );
  });
});

describe('a collection takes', () => {
  const collection = (startedAt: number, endedAt: number) => ({ startedAt, endedAt }) as CollectionRecord;

  test.each([
    ['a grace, while none has run', [], 12],
    ['what the longest took, and until the next look', [collection(0, 3000), collection(0, 8000)], 10],
    [
      'what the longest of the last five took',
      [collection(0, 50_000), ...Array.from({ length: 5 }, () => collection(0, 4000))],
      6,
    ],
    ['a minute, where a member hung', [collection(0, 300_000)], 62],
  ])('%s', (_, collections, expected) => {
    expect(leadMs(collections, 2000)).toBe(expected * SECOND);
  });
});

describe('what is full before a collection could be over is as good as crossed', () => {
  const ahead = (
    inputs: Record<string, string>,
    free: readonly number[],
    lead = 12 * SECOND,
    margin = false,
  ) => {
    const { course, readings } = courseOf(free);
    const forecast = { trends: trendsOf(course, readings), leadMs: lead };
    return crossedAhead(parseSettings(inputs).limits, forecast, readings, margin);
  };

  test('and says when, and when it is back', () => {
    // 2 GiB a second: 20 GiB last for ten seconds.
    expect(ahead({}, falling(6, 4, 40))).toEqual([
      {
        trigger: 'disk',
        of: '/data',
        reading: 80 * GIB,
        step: GIB,
        reason: '/data: full in 10 s at this rate, a collection takes up to 12 s',
        back: '26.40 GiB are free',
      },
    ]);
  });

  test.each([
    ['at less than what is written until then', {}, falling(6, 4, 43), 12, false, true],
    ['not at more', {}, falling(6, 4, 45), 12, false, false],
    ['at more, by the margin', {}, falling(6, 4, 45), 12, true, true],
    ['not where it becomes less', {}, falling(6, -4, 1), 60, false, false],
    ['not where its threshold is off', { 'disk-threshold': 'off' }, falling(6, 4, 40), 12, false, false],
  ] as const)('%s', (_, inputs, free, lead, margin, expected) => {
    expect(ahead(inputs, free, lead * SECOND, margin).length > 0).toBe(expected);
  });

  test('inodes and memory as well', () => {
    let course: Course = new Map();
    let readings = madeReadings();
    for (let at = 0; at < 6; at++) {
      const memory = [madeSpace(40 - 4 * at, 'memory')];
      readings = madeReadings({ at: at * 2 * SECOND, memory, disk: [madeFileSystem(50, 400 - 60 * at)] });
      course = observe(course, readings, 2 * SECOND);
    }
    const forecast = { trends: trendsOf(course, readings), leadMs: 12 * SECOND };
    expect(crossedAhead(limits, forecast, readings)).toMatchObject([
      { trigger: 'disk', of: 'the inodes of /data' },
      { trigger: 'memory', of: 'memory' },
    ]);
  });

  test('readings that only waver are ahead of nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (noise) => {
          // 1 GiB up or down, of 50: at the worst half a GiB a second.
          expect(
            ahead(
              {},
              noise.map((each) => 50 + each),
            ),
          ).toEqual([]);
        },
      ),
    );
  });
});
