import { expect, test } from 'vitest';
import { isStillVolume } from '../../../src/domain/volume-identity.ts';

const [BEFORE, AFTER] = ['2026-11-24T10:00:00Z', '2026-11-24T10:00:09Z'];

test.each([
  ['of one time', { createdAt: BEFORE }, { createdAt: BEFORE }, false, true],
  ['of another time', { createdAt: AFTER }, { createdAt: BEFORE }, true, false],
  ['whose time moves, and has, while it was listened to', moving(AFTER), moving(BEFORE), true, true],
  ['whose time moves, and has, while nobody listened', moving(AFTER), moving(BEFORE), false, undefined],
  ['whose time moves, and has not', moving(BEFORE), moving(BEFORE), false, true],
] as const)('a volume %s', (_, shown, taken, isHeard, expected) => {
  expect(isStillVolume(shown, taken, isHeard)).toBe(expected);
});

function moving(createdAt: string) {
  return { createdAt, createdAtMoves: true };
}
