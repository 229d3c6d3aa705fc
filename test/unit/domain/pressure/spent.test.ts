import { describe, expect, test } from 'vitest';
import { afterCollection, mayFire, type Spent } from '../../../../src/domain/pressure/spent.ts';
import type { Crossed } from '../../../../src/domain/pressure/thresholds.ts';

const SECOND = 1000;

const at = (reading: number): Crossed => ({
  trigger: 'disk',
  of: '/data',
  reading,
  step: 10,
  reason: 'it is full',
  back: 'it is not',
});

const look = (seconds: number, submissions: number) => ({ at: seconds * SECOND, submissions });

/** After a collection at 0 that changed nothing of a reading of 100, with five submissions. */
const inVain = afterCollection(undefined, at(100), at(100), look(0, 5)) as Spent;

test('a threshold that has not fired fires', () => {
  expect(mayFire(undefined, at(100), look(0, 5))).toBe(true);
});

test('a threshold is back by its margin, and fires again as if it never had', () => {
  expect(afterCollection(inVain, at(100), undefined, look(0, 5))).toBeUndefined();
});

describe('a threshold whose collection changed nothing', () => {
  test.each([
    ['does not fire for nothing new', at(100), look(3600, 5), false],
    ['does not fire for a submission during the pause', at(100), look(29, 6), false],
    ['fires for a submission after it', at(100), look(30, 6), true],
    ['does not fire for a reading that wavers', at(109), look(10, 5), false],
    ['fires for one that is worse, pause or not', at(110), look(1, 5), true],
    ['does not fire for one that is better', at(50), look(3600, 5), false],
  ] as const)('%s', (_, crossed, now, expected) => {
    expect(mayFire(inVain, crossed, now)).toBe(expected);
  });

  test('pauses longer each time, to five minutes', () => {
    let spent: Spent | undefined;
    const pauses = Array.from({ length: 6 }, () => {
      spent = afterCollection(spent, at(100), at(100), look(0, 5));
      return (spent?.pausedUntil ?? 0) / SECOND;
    });
    expect(pauses).toEqual([30, 60, 120, 240, 300, 300]);
  });
});

describe('a threshold whose collection helped, but not enough', () => {
  const helped = afterCollection(inVain, at(100), at(99), look(0, 5)) as Spent;

  test('does not pause, and forgets what was in vain', () => {
    expect(helped).toMatchObject({ inVain: 0, pausedUntil: 0 });
    expect(mayFire(helped, at(99), look(1, 6))).toBe(true);
  });

  test('does not fire for nothing new', () => {
    expect(mayFire(helped, at(99), look(3600, 5))).toBe(false);
  });
});
