import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CollectionRecord } from '../../../src/domain/collection.ts';
import { type Course, crossedAhead, fillings, leadMs, observe } from '../../../src/domain/forecast.ts';
import type { Readings } from '../../../src/domain/readings.ts';
import { parseSettings } from '../../../src/domain/settings.ts';
import { madeReadings } from '../../fakes/made-readings.ts';
import { madeCollection } from '../../fakes/made-report.ts';

const POLL_MS = 2000;
const GIB = 2 ** 30;
const { limits } = parseSettings({});

const looked = (at: number, freeBytes: number): Readings =>
  madeReadings({ at, disk: [{ of: '/data', totalBytes: 100 * GIB, freeBytes }], memory: [] });

/** Looks at what is free, one at each poll interval. */
function watch(frees: readonly number[]): { readonly course: Course; readonly last: Readings } {
  let course: Course = new Map();
  let last = looked(0, 0);
  for (const [at, free] of frees.entries()) {
    last = looked(at * POLL_MS, free);
    course = observe(course, last, POLL_MS);
  }
  return { course, last };
}

const rates = (frees: readonly number[]) => {
  const { course, last } = watch(frees);
  return fillings(course, last);
};

describe('what is filling up', () => {
  test('at the rate of the last looks', () => {
    expect(rates([10, 9, 8, 7, 6].map((free) => free * GIB))).toEqual([
      { trigger: 'disk', of: '/data', perMs: GIB / POLL_MS },
    ]);
  });

  test.each([
    ['nothing is known of it yet', [10, 9, 8]],
    ['it stays as it is', [5, 5, 5, 5, 5]],
    ['it empties', [5, 6, 7, 8, 9]],
    ['one look is off', [5, 5, 1, 5, 5, 5]],
  ])('nothing where %s', (_, frees) => {
    expect(rates(frees.map((free) => free * GIB))).toEqual([]);
  });

  test('one look that is off does not change the rate much', () => {
    const [filling] = rates([20, 19, 18, 2, 16, 15, 14, 13].map((free) => free * GIB));
    expect(filling?.perMs).toBeCloseTo(GIB / POLL_MS, -5);
  });

  test('looks that are close together are one, and old ones are forgotten', () => {
    let course: Course = new Map();
    for (let at = 0; at < 10; at++) course = observe(course, looked(at, (10 - at) * GIB), POLL_MS);
    expect(course.get('disk /data')).toHaveLength(1);
    course = observe(course, looked(3_600_000, GIB), POLL_MS);
    expect(course.get('disk /data')).toEqual([{ at: 3_600_000, free: GIB }]);
  });
});

describe('how long before a collection has to begin', () => {
  const took = (ms: number): CollectionRecord => madeCollection({ startedAt: 0, endedAt: ms });

  test('as long as the longest of the last five took, and a look', () => {
    expect(leadMs([took(50_000), ...[1, 2, 9, 4, 5].map((s) => took(s * 1000))], POLL_MS)).toBe(11_000);
  });

  test('the engine’s default grace while none has run, and no more than a minute', () => {
    expect(leadMs([], POLL_MS)).toBe(12_000);
    expect(leadMs([took(600_000)], POLL_MS)).toBe(62_000);
  });
});

test('what is full before a collection could be over is told with both times', () => {
  const { course, last } = watch([10, 9, 8, 7, 6].map((free) => free * GIB));
  const [crossed, ...more] = crossedAhead(limits, fillings(course, last), 14_000, last);
  expect(more).toEqual([]);
  expect(crossed).toMatchObject({
    trigger: 'disk',
    reason: '/data: full in 12 s at this rate, a collection takes up to 14 s',
  });
  expect(crossedAhead(limits, fillings(course, last), 11_000, last)).toEqual([]);
});

test('what has no threshold is not looked ahead at', () => {
  const { course, last } = watch([10, 9, 8, 7, 6].map((free) => free * GIB));
  const off = { ...limits, disk: { kind: 'off' } as const };
  expect(crossedAhead(off, fillings(course, last), 60_000, last)).toEqual([]);
});

test('whatever the looks are, only what fills up is told, and when it is full lies within the lead', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }),
      fc.nat(120_000),
      (frees, lead) => {
        const { course, last } = watch(frees.map((free) => free * GIB));
        const filling = fillings(course, last);
        for (const { of } of crossedAhead(limits, filling, lead, last)) {
          const perMs = filling.find((each) => each.of === of)?.perMs ?? 0;
          expect(perMs).toBeGreaterThan(0);
          expect((last.disk[0]?.freeBytes ?? 0) / perMs).toBeLessThanOrEqual(lead);
        }
      },
    ),
  );
});
