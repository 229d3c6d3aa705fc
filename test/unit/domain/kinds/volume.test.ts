import { expect, test } from 'vitest';
import { isStillVolume } from '../../../../src/domain/kinds/volume.ts';

const [BEFORE, AFTER, NONE] = ['2026-11-24T10:00:00Z', '2026-11-24T10:00:09Z', '0001-01-01T00:00:00Z'];

test.each([
  ['of one time', { createdAt: BEFORE }, { createdAt: BEFORE }, false, true],
  ['of another time', { createdAt: AFTER }, { createdAt: BEFORE }, true, false],
  ['whose time moves, and has, while it was listened to', moving(AFTER), moving(BEFORE), true, true],
  ['whose time moves, and has, while nobody listened', moving(AFTER), moving(BEFORE), false, undefined],
  ['whose time moves, and has not', moving(BEFORE), moving(BEFORE), false, true],
  [
    'of a plugin that tells no time, while nobody listened',
    { createdAt: NONE },
    { createdAt: NONE },
    false,
    undefined,
  ],
  ['of which no time is told, while nobody listened', {}, {}, false, undefined],
  ['of which no time is told, while it was listened to', {}, {}, true, true],
] as const)('a volume %s', (_, shown, taken, isHeard, expected) => {
  expect(isStillVolume(shown, taken, isHeard)).toBe(expected);
});

function moving(createdAt: string) {
  return { createdAt, createdAtMoves: true };
}
