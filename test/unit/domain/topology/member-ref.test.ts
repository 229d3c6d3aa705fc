import { expect, test } from 'vitest';
import { isMeantBy } from '../../../../src/domain/topology/member-ref.ts';

const ID = 'a1b2c3d4e5f6'.padEnd(64, '0');
const container = { kind: 'container', id: ID, name: 'web' } as const;

test.each([
  ['web', true],
  [ID, true],
  [ID.slice(0, 12), true],
  [ID.slice(0, 11), false],
  ['we', false],
])('a container by %s: %s', (ref, isMeant) => {
  expect(isMeantBy(ref, container)).toBe(isMeant);
});

test('the beginning of a name means nothing, however long: a volume and a path have nothing but their name', () => {
  expect(isMeantBy('a-long-volume', { kind: 'volume', id: 'a-long-volume-2', name: 'a-long-volume-2' })).toBe(
    false,
  );
  const path = '/tmp/topology/data';
  expect(isMeantBy(path, { kind: 'path', id: `${path}-2`, name: `${path}-2` })).toBe(false);
  expect(isMeantBy(path, { kind: 'path', id: path, name: path })).toBe(true);
});
