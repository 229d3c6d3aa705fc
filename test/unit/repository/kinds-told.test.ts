import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  isHostKind,
  isLabelledKind,
  kindOf,
  LABELLED_KINDS,
  MEMBER_KINDS,
  NAMED_KINDS,
  namingOf,
} from '../../../src/domain/kinds/kinds.ts';

// What is written down outside of the sources is not derived from the table of kinds: here it is compared with it.

const { schemas } = parse(readFileSync('docs/openapi.yaml', 'utf8')).components;

const FIELDS = [
  ...NAMED_KINDS.filter(isLabelledKind).map((kind) => namingOf(kind).field),
  'selectors',
  'stacks',
  ...NAMED_KINDS.filter((kind) => !isLabelledKind(kind)).map((kind) => namingOf(kind).field),
];

test('the document of the API has every kind', () => {
  expect(schemas.MemberKind.enum).toEqual(MEMBER_KINDS);
});

test('the document of the API has a field for each kind that clients name', () => {
  const { properties } = schemas.SubmissionFields;
  expect(Object.keys(properties).filter((field) => FIELDS.includes(field))).toEqual(FIELDS);
  for (const kind of NAMED_KINDS) {
    const { field, isSharable } = namingOf(kind);
    const ref = isHostKind(kind) ? 'HostRef' : isSharable ? 'SharableRef' : 'Ref';
    expect(properties[field].items.$ref, field).toBe(`#/components/schemas/${ref}`);
  }
});

test('the document of the API has every kind that selectors find', () => {
  expect(JSON.stringify(schemas.Selector)).toContain(JSON.stringify(LABELLED_KINDS));
});

test('the document of the API has a count for each kind', () => {
  const { properties, required } = schemas.Counts;
  const kinds = MEMBER_KINDS.map(kindOf);
  expect(Object.keys(properties)).toEqual(kinds.map(({ count }) => count));
  expect(required).toEqual(kinds.filter(({ isAlwaysCounted }) => isAlwaysCounted).map(({ count }) => count));
  for (const { count, isAlwaysCounted } of kinds)
    expect(properties[count].minimum, count).toBe(isAlwaysCounted ? 0 : 1);
});

test('the client for Python has a field for each kind that clients name', () => {
  const members = readFileSync('clients/python/src/topo_gc/members.py', 'utf8');
  const [, lists = ''] = /^class MemberLists\(.*\n((?: {4}.*\n|\n)+)/m.exec(members) ?? [];
  expect([...lists.matchAll(/^ {4}(\w+): Iterable\[/gm)].map(([, field]) => field)).toEqual(FIELDS);
});
