import { expect, test } from 'vitest';
import { isBeginningOf, isNameLikeId } from '../../../../src/domain/kinds/references.ts';
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

test.each([
  ['db', true, false],
  ['a1b', true, false],
  ['a1b2', true, true],
  ['cafe', true, false],
  [ID.slice(0, 11), true, true],
  [ID.slice(0, 12), false, false],
  ['a1-b2', false, false],
])('%s looks like an id: %s; is the beginning of one: %s', (ref, isLike, isBeginning) => {
  expect([isNameLikeId(ref), isBeginningOf(ref, ID)]).toEqual([isLike, isBeginning]);
});

test('the beginning of a name means nothing, however long: a volume and a path have nothing but their name', () => {
  expect(isMeantBy('a-long-volume', { kind: 'volume', id: 'a-long-volume-2', name: 'a-long-volume-2' })).toBe(
    false,
  );
  const path = '/tmp/topology/data';
  expect(isMeantBy(path, { kind: 'path', id: `${path}-2`, name: `${path}-2` })).toBe(false);
  expect(isMeantBy(path, { kind: 'path', id: path, name: path })).toBe(true);
});
