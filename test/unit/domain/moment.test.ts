import { describe, expect, test } from 'vitest';
import {
  aboutMs,
  byEngine,
  byHost,
  engineMoment,
  hostMoment,
  isNotOlder,
  isNotYounger,
  offsetOf,
} from '../../../src/domain/moment.ts';

const at = (text: string) => {
  const moment = engineMoment(text);
  if (moment === undefined) throw new Error(`${text} is no time`);
  return moment;
};

describe('what an engine writes', () => {
  test.each([
    ['2026-11-24T10:00:05Z', 5000, 6000],
    ['2026-11-24T12:00:05+02:00', 5000, 6000],
    ['2026-11-24T10:00:05.5Z', 5500, 5500],
    ['2026-11-24T10:00:05.500250Z', 5500.25, 5500.25],
  ])('%s', (text, earliest, latest) => {
    const start = Date.parse('2026-11-24T10:00:00Z');
    expect(at(text)).toEqual({ clock: 'engine', earliest: start + earliest, latest: start + latest });
  });

  test.each(['', 'yesterday', '0001-01-01T00:00:00Z', undefined])('%s is no time', (text) => {
    expect(engineMoment(text)).toBeUndefined();
  });
});

test('within one second, whole seconds can not tell', () => {
  const volume = at('2026-11-24T10:00:05Z');
  const session = at('2026-11-24T10:00:05.400Z');
  expect([isNotOlder(volume, session), isNotYounger(volume, session)]).toEqual([false, false]);
  expect(isNotOlder(at('2026-11-24T10:00:06Z'), session)).toBe(true);
  expect(isNotYounger(at('2026-11-24T10:00:04Z'), session)).toBe(true);
});

test('fractions of a millisecond tell', () => {
  expect(isNotYounger(at('2026-11-24T10:00:05.000001Z'), at('2026-11-24T10:00:05.000002Z'))).toBe(true);
  expect(isNotYounger(at('2026-11-24T10:00:05.000002Z'), at('2026-11-24T10:00:05.000001Z'))).toBe(false);
});

describe('between two clocks', () => {
  /** An engine whose clock is a minute ahead, asked at 1000 and heard at 1010 by ours. */
  const offset = offsetOf({ clock: 'engine', earliest: 61_004, latest: 61_004 }, 1000, 1010);

  test('the way of the answer is what is not known', () => {
    expect(offset).toEqual({ least: 59_993, most: 60_004 });
    expect(aboutMs(offset)).toBe(59_999);
    expect(aboutMs({ least: -7, most: 3 })).toBe(0);
  });

  test('a moment of one is a span of the other', () => {
    const moment = hostMoment(5000, 5000);
    expect(byEngine(moment, offset)).toEqual({ clock: 'engine', earliest: 64_993, latest: 65_004 });
    expect(byHost(byEngine(moment, offset), offset)).toMatchObject({ earliest: 4989, latest: 5011 });
  });
});
