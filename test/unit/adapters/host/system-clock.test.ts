import { expect, test, vi } from 'vitest';
import { every, msSinceStart, systemClock } from '../../../../src/adapters/host/system-clock.ts';

const MINUTE_MS = 60_000;

test('tells whole milliseconds since the epoch, and never goes back', () => {
  const times = Array.from({ length: 1000 }, () => systemClock.now());
  expect(times.every(Number.isInteger)).toBe(true);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(MINUTE_MS);
});

test('does not follow the time of day when that is set', () => {
  const before = systemClock.now();
  vi.spyOn(Date, 'now').mockReturnValue(0);
  try {
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  } finally {
    vi.restoreAllMocks();
  }
});

test('sleeps for as long as it is told', async () => {
  const before = performance.now();
  await systemClock.sleep(20);
  expect(performance.now() - before).toBeGreaterThanOrEqual(19);
});

test('a signal ends a sleep at once, also one that had fired before', async () => {
  const abort = new AbortController();
  const sleeping = systemClock.sleep(MINUTE_MS, abort.signal);
  abort.abort();
  await sleeping;
  await systemClock.sleep(MINUTE_MS, abort.signal);
});

test.each([30 * 24 * 3600e3, Number.MAX_SAFE_INTEGER])(
  '%d ms, which no timer holds, are not over at once',
  async (ms) => {
    const abort = new AbortController();
    let isOver = false;
    const sleeping = systemClock.sleep(ms, abort.signal).then(() => {
      isOver = true;
    });
    const timeout = systemClock.timeout(ms);
    await systemClock.sleep(20);
    expect(isOver).toBe(false);
    expect(timeout.aborted).toBe(false);
    abort.abort();
    await sleeping;
  },
);

test('calls back again and again until it is disposed of', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let calls = 0;
  const ticking = every(1, () => {
    calls += 1;
    if (calls === 3) resolve();
  });
  await promise;
  ticking[Symbol.dispose]();
  await systemClock.sleep(20);
  expect(calls).toBe(3);
});

test('tells how long this process runs', () => {
  const before = msSinceStart();
  expect(before).toBeGreaterThan(0);
  expect(msSinceStart()).toBeGreaterThanOrEqual(before);
});
