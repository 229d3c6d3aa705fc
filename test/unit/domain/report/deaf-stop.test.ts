import { expect, test } from 'vitest';
import { deafStop } from '../../../../src/domain/report/deaf-stop.ts';
import { ranAllItsGrace } from '../../../../src/domain/report/time-saved.ts';

const SECOND = 1000;

test('a deaf container has saved what was left of its grace', () => {
  const stopped = { deafTo: 'SIGTERM', stoppingAt: SECOND, stoppedAt: 1200, graceMs: 10 * SECOND };
  expect(deafStop(stopped)).toEqual({ signal: 'SIGTERM', afterMs: 200, savedMs: 9800 });
});

test('one whose kill took longer has saved nothing, and has not ignored its signal either', () => {
  const stopped = { deafTo: 'SIGTERM', stoppingAt: 0, stoppedAt: 12 * SECOND, graceMs: 10 * SECOND };
  expect(deafStop(stopped)).toMatchObject({ savedMs: 0 });
  expect(ranAllItsGrace(stopped)).toBe(false);
});

test.each([
  { stoppingAt: 0, stoppedAt: 200, graceMs: SECOND },
  { deafTo: 'SIGTERM', stoppingAt: 0, graceMs: SECOND },
])('nothing is told of %j', (member) => {
  expect(deafStop(member)).toBeUndefined();
});
