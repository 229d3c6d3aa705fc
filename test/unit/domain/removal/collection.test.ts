import { expect, test } from 'vitest';
import type { MemberKind } from '../../../../src/domain/kinds/kinds.ts';
import {
  addCounts,
  COUNT_NAMES,
  countMembers,
  NO_MEMBERS,
  subtractCounts,
} from '../../../../src/domain/removal/collection.ts';

/** Complete, as the type has it. */
const KINDS = {
  container: true,
  network: true,
  volume: true,
  service: true,
  config: true,
  secret: true,
  netns: true,
  path: true,
  image: true,
} satisfies Record<MemberKind, true>;

const kinds = Object.keys(KINDS) as MemberKind[];

/** Two of each kind. */
const pairs = countMembers([...kinds, ...kinds].map((kind) => ({ kind })));
const ones = countMembers(kinds.map((kind) => ({ kind })));

test('each kind is counted under a name of its own', () => {
  expect(pairs).toEqual(Object.fromEntries(COUNT_NAMES.map((name) => [name, 2])));
  expect(COUNT_NAMES).toHaveLength(kinds.length);
});

test('no kind is lost in a sum or a difference', () => {
  expect(addCounts(ones, ones)).toEqual(pairs);
  expect(subtractCounts(pairs, ones)).toEqual(ones);
});

test('of those that few sessions have, 0 is left out', () => {
  expect(subtractCounts(pairs, pairs)).toEqual(NO_MEMBERS);
  expect(addCounts(NO_MEMBERS, NO_MEMBERS)).toEqual(NO_MEMBERS);
});
