import { existsSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorsOf, DOCUMENTS, linksOf } from './documentation.ts';

const isElsewhere = (href: string): boolean => /^[a-z]+:/.test(href);

/** Why a link of a document leads nowhere. */
function faultOf(file: string, href: string): string | undefined {
  if (isElsewhere(href))
    return URL.canParse(href) && href.startsWith('https://') ? undefined : 'no https URL';
  const [path = '', anchor] = href.split('#');
  const target = path === '' ? file : normalize(`${dirname(file)}/${path}`);
  if (target.startsWith('..') || !existsSync(target)) return `no ${target} in this repository`;
  if (anchor === undefined) return undefined;
  if (!DOCUMENTS.includes(target)) return `${target} is no document with headings`;
  return anchorsOf(target).includes(anchor) ? undefined : `no #${anchor} in ${target}`;
}

const faultsOf = (file: string): string[] =>
  linksOf(file).flatMap((href) => {
    const fault = faultOf(file, href);
    return fault === undefined ? [] : [`${href}: ${fault}`];
  });

test.each(DOCUMENTS)('the links of %s lead somewhere', (file) => {
  expect(faultsOf(file)).toEqual([]);
});

test('each document of docs is in its table of contents', () => {
  const linked = linksOf('docs/README.md');
  const documents = DOCUMENTS.filter((file) => file.startsWith('docs/')).map((file) => file.slice(5));
  for (const file of documents.filter((each) => each !== 'README.md')) expect(linked).toContain(file);
});

describe('a link is found to lead nowhere', () => {
  test.each([
    'missing.md',
    'api.md#no-such-heading',
    '#no-such-heading',
    '../../elsewhere.md',
    'openapi.yaml#x',
    'http://example.org',
  ])('%s', (href) => expect(faultOf('docs/README.md', href)).toBeDefined());
});
