import { expect, test } from 'vitest';
import { limitFaults } from '../../../../src/domain/topology/submission-limits.ts';

const named = (count: number) => Array.from({ length: count }, (_, at) => ({ field: `containers[${at}]` }));
const keys = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]));

test('what is within the limits has no fault', () => {
  expect(
    limitFaults({ members: named(2_000), selectors: Array(100), metadata: keys(64, 'v'.repeat(250)) }),
  ).toEqual([]);
});

test.each([
  [
    { members: named(2_001) },
    { field: 'containers[2000]', detail: 'takes at most 2000 members in all, and has 2001' },
  ],
  [{ selectors: Array(101) }, { field: 'selectors', detail: 'takes at most 100 selectors, and has 101' }],
  [{ metadata: keys(65, '') }, { field: 'metadata', detail: 'takes at most 64 keys, and has 65' }],
  [
    { metadata: { a: 'x'.repeat(16_384) } },
    { field: 'metadata', detail: 'takes at most 16384 characters in all, and has 16385' },
  ],
])('what is over one is told, with what is taken (%#)', (over, fault) => {
  expect(limitFaults({ members: [], selectors: [], ...over })).toEqual([fault]);
});
