import { afterEach, beforeEach, expect, test } from 'vitest';
import { retryEngine, unlessAborted } from '../../../src/runtime/engine-retry.ts';
import { busy, rejected, unreachable } from '../../fakes/fake-engine.ts';
import { START, VirtualTime } from '../../fakes/virtual-time.ts';

let time: VirtualTime;

beforeEach(() => {
  time = new VirtualTime();
});
afterEach(() => time[Symbol.dispose]());

/** Fails as often as there are errors, then answers; the times are those of the attempts, in ms. */
function attempts(errors: readonly Error[]) {
  const times: number[] = [];
  const attempt = async () => {
    times.push(time.now() - START);
    const error = errors[times.length - 1];
    if (error !== undefined) throw error;
    return 'done';
  };
  return { times, attempt };
}

const FOREVER = new AbortController().signal;

test('what is busy is tried again 1, 2, 4 and 8 s later', async () => {
  const { times, attempt } = attempts(Array.from({ length: 4 }, busy));
  expect(await time.until(retryEngine(attempt, FOREVER))).toBe('done');
  expect(times).toEqual([0, 1000, 3000, 7000, 15_000]);
});

test('what is still busy then is given up, in the engine’s words', async () => {
  const { times, attempt } = attempts(Array.from({ length: 9 }, busy));
  await expect(time.until(retryEngine(attempt, FOREVER))).rejects.toThrow('device or resource busy');
  expect(times).toHaveLength(5);
});

test('what no retry helps is not tried again', async () => {
  const { times, attempt } = attempts([rejected(), rejected()]);
  await expect(time.until(retryEngine(attempt, FOREVER))).rejects.toThrow('it has gone wrong');
  expect(times).toEqual([0]);
});

test('an engine that does not answer is asked again until it does, however long that takes', async () => {
  const { times, attempt } = attempts(Array.from({ length: 50 }, unreachable));
  expect(await time.until(retryEngine(attempt, FOREVER))).toBe('done');
  expect(times).toHaveLength(51);
});

test('an engine that does not answer is not asked all the time', async () => {
  const { times, attempt } = attempts(Array.from({ length: 20 }, unreachable));
  await time.until(retryEngine(attempt, FOREVER));
  const pauses = times.slice(1).map((at, before) => at - (times[before] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(8000);
});

test('an absence of the engine uses up none of what a busy one is granted', async () => {
  const { attempt } = attempts([busy(), unreachable(), unreachable(), unreachable(), busy(), busy(), busy()]);
  expect(await time.until(retryEngine(attempt, FOREVER))).toBe('done');
});

test('the signal ends it with what the engine said last', async () => {
  const abort = new AbortController();
  const { attempt } = attempts(Array.from({ length: 100 }, unreachable));
  const trying = retryEngine(attempt, abort.signal);
  trying.catch(() => {});
  await time.pass(5000);
  abort.abort(new Error('the time is up'));
  await expect(time.until(trying)).rejects.toThrow('ECONNREFUSED');
});

test('a signal that has fired before ends it with its reason', async () => {
  const { times, attempt } = attempts([]);
  const trying = retryEngine(attempt, AbortSignal.abort(new Error('the time is up')));
  await expect(time.until(trying)).rejects.toThrow('the time is up');
  expect(times).toEqual([]);
});

test('unlessAborted settles as the promise does, or when the signal fires', async () => {
  const never = new Promise(() => {});
  const abort = new AbortController();
  expect(await unlessAborted(Promise.resolve(5), abort.signal)).toBe(5);
  await expect(unlessAborted(Promise.reject(new Error('no')), abort.signal)).rejects.toThrow('no');
  const waiting = unlessAborted(never, abort.signal);
  abort.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await expect(unlessAborted(never, abort.signal)).rejects.toThrow('enough');
});
