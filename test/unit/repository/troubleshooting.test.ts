import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EngineFault } from '../../../src/domain/engine.ts';
import { ERRORS } from '../../../src/domain/errors.ts';
import { LEAK_CAUSES } from '../../../src/domain/leaks/leak-cause.ts';
import type { HostFault } from '../../../src/domain/ports.ts';
import { headingsOf, tableOf } from './documentation.ts';
import { hasSentence, printedSentences } from './printed-sentences.ts';

const FILE = 'docs/troubleshooting.md';

/** Complete, as the types have it. */
const ENGINE_FAULTS = {
  running: true,
  'in-use': true,
  busy: true,
  unreachable: true,
  rejected: true,
} satisfies Record<EngineFault, true>;
const HOST_FAULTS = { refused: true, held: true, denied: true, failed: true } satisfies Record<
  HostFault,
  true
>;

/** The headings of the third level below one of the second. */
function sectionsOf(title: string): string[] {
  const headings = headingsOf(FILE);
  const rest = headings.slice(headings.findIndex(({ text }) => text === title) + 1);
  const end = rest.findIndex(({ depth }) => depth <= 2);
  return rest.slice(0, end < 0 ? rest.length : end).map(({ text }) => text);
}

test.each([
  ['Error codes', Object.keys(ERRORS)],
  ['What the engine says', Object.keys(ENGINE_FAULTS)],
  ['What the host says', Object.keys(HOST_FAULTS)],
])('%s: each has its section, and nothing else has', (title, names) => {
  expect(sectionsOf(title)).toEqual(names);
});

test('the codes of the API are told, each with its status', () => {
  const told = tableOf('docs/api.md', 'code').map(([code, status]) => [code, status]);
  expect(told).toEqual(Object.entries(ERRORS).map(([code, { status }]) => [`\`${code}\``, String(status)]));
});

test('each cause of a leak is told, and no other', () => {
  const told = tableOf(FILE, 'cause').map(([cause]) => cause);
  expect(told).toEqual(LEAK_CAUSES.map((cause) => `\`${cause}\``));
});

test('each sentence that the sources print or refuse with is told, with `…` where something is filled in', () => {
  const document = readFileSync(FILE, 'utf8');
  const sentences = printedSentences();
  // It would prove nothing to find none.
  expect(sentences.length).toBeGreaterThan(100);
  const missing = sentences.filter(({ text }) => !hasSentence(document, text));
  expect(missing).toEqual([]);
});

test.each([
  ['*… could not be read: …*', '… could not be read: …', true],
  ['*the folder x could not be\nread: why*', '… could not be read: …', true],
  ['*… could not be written: …*', '… could not be read: …', false],
  ['read … could not be', 'could not be … read', false],
])('%j tells %j: %j', (document, sentence, isTold) => {
  expect(hasSentence(document, sentence)).toBe(isTold);
});
