import { expect, test } from 'vitest';
import type { EngineFault } from '../../../src/domain/engine.ts';
import { ERRORS } from '../../../src/domain/errors.ts';
import type { HostFault } from '../../../src/domain/ports.ts';
import { headingsOf, tableOf } from './documentation.ts';

const FILE = 'docs/troubleshooting.md';

/** Complete, as the types have it. */
const ENGINE_FAULTS = {
  running: true,
  'in-use': true,
  busy: true,
  unreachable: true,
  rejected: true,
} satisfies Record<EngineFault, true>;
const HOST_FAULTS = { refused: true, denied: true, failed: true } satisfies Record<HostFault, true>;

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
