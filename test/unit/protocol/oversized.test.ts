import { expect, test } from 'vitest';
import { oversized } from '../../../src/protocol/oversized.ts';

test('lists and objects that are far too large are told by their field, and not looked into', () => {
  const list = Array(11).fill(1);
  const fields = Object.fromEntries(list.concat(Array(90).fill(1)).map((_, at) => [`k${at}`, 1]));
  expect(
    oversized({ containers: list, selectors: [{ kinds: list }], metadata: fields, netns: [1] }, 10),
  ).toEqual([
    { field: 'containers', detail: 'takes at most 10 entries, and has 11' },
    { field: 'selectors[0].kinds', detail: 'takes at most 10 entries, and has 11' },
    { field: 'metadata', detail: 'takes at most 100 fields, and has 101' },
  ]);
  expect(oversized(fields, 10)).toEqual([{ field: 'body', detail: 'takes at most 100 fields, and has 101' }]);
});

test('however deep it is, it ends', () => {
  expect(oversized(JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`), 10)).toEqual([]);
});
