import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CASES, caseTable, DOCUMENT, readCases, withTable } from '../../../scripts/cases/case-table.ts';

const cases = readCases(CASES);

test('docs/reliability.md lists each case with its texts; `node scripts/cases.ts` writes them', () => {
  const document = readFileSync(DOCUMENT, 'utf8');
  expect(withTable(document, caseTable(cases))).toBe(document);
});

test.each(cases)('the case $name is from a public place, and its situation takes two sentences', (each) => {
  expect(each.url).toMatch(/^https:\/\//);
  expect(each.situation.match(/[.”](?= |$)/g)?.length).toBeGreaterThanOrEqual(2);
});

test('no two cases are from the same thread', () => {
  expect(new Set(cases.map(({ url }) => url)).size).toBe(cases.length);
});
