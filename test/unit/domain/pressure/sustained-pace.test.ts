import { expect, test } from 'vitest';
import { removalsAtOnce } from '../../../../src/domain/pressure/sustained-pace.ts';
import { parseSettings } from '../../../../src/domain/settings.ts';
import { madeReadings, madeSpace } from '../../../fakes/made-readings.ts';

const { limits } = parseSettings({});

const pressed = (percent: number, rest: object = {}) =>
  madeReadings({ cpu: { by: 'pressure', percent }, ...rest });

test.each([
  [0, 8],
  [24, 8],
  [25, 4],
  [50, 2],
  [100, 2],
])('at a CPU pressure of %d%%, %d of 8 go at once', (percent, atOnce) => {
  expect(removalsAtOnce(8, limits, pressed(percent))).toBe(atOnce);
});

test('at least one goes on', () => expect(removalsAtOnce(1, limits, pressed(100))).toBe(1));

test('all of them where nobody knows, or where the disk or memory run short', () => {
  expect(removalsAtOnce(8, limits, madeReadings({}))).toBe(8);
  expect(removalsAtOnce(8, limits, pressed(100, { disk: [madeSpace(1)] }))).toBe(8);
  expect(removalsAtOnce(8, limits, pressed(100, { memory: [madeSpace(1, 'memory')] }))).toBe(8);
});
