import { expect, test } from 'vitest';
import { BusyWindow } from '../../../../src/runtime/pressure/take-readings.ts';

test('a first look tells nothing, the next ones what has been since the last', () => {
  const window = new BusyWindow(10_000);
  expect(window.look(0, { busy: 500, total: 1000 })).toBeUndefined();
  expect(window.look(2000, { busy: 510, total: 1400 })).toBe(2.5);
  expect(window.look(4000, { busy: 810, total: 1800 })).toBe(75);
});

test('a look that follows too closely tells what the last one did', () => {
  const window = new BusyWindow(10_000);
  window.look(0, { busy: 0, total: 0 });
  expect(window.look(999, { busy: 100, total: 100 })).toBeUndefined();
  expect(window.look(1000, { busy: 100, total: 200 })).toBe(50);
  expect(window.look(1500, { busy: 200, total: 300 })).toBe(50);
  expect(window.look(2000, { busy: 300, total: 400 })).toBe(100);
});

test('what lies far back says nothing of now', () => {
  const window = new BusyWindow(10_000);
  window.look(0, { busy: 0, total: 0 });
  expect(window.look(10_001, { busy: 0, total: 2000 })).toBeUndefined();
  expect(window.look(12_000, { busy: 400, total: 2400 })).toBe(100);
});

test('counters that stand still or go back are no reading', () => {
  const window = new BusyWindow(10_000);
  window.look(0, { busy: 10, total: 100 });
  expect(window.look(2000, { busy: 10, total: 100 })).toBeUndefined();
  expect(window.look(4000, { busy: 5, total: 50 })).toBeUndefined();
});
