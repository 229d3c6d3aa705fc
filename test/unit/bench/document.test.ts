import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillIn, readRuns, writeDocument } from '../../../bench/document.ts';
import type { Run } from '../../../bench/run.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const DOCUMENT = join(import.meta.dirname, '../../../docs/performance.md');

const PARTS = ['figures', 'growth', 'samples', 'runs'];
const EMPTY = PARTS.map((part) => `<!-- bench:${part} -->\n<!-- /bench:${part} -->\n`).join('between\n');

const made = (name: string, value: number): Run => ({
  name,
  startedAt: '2026-11-24T10:00:00.000Z',
  tookMs: 61_000,
  rounds: 3,
  machine: { processor: 'fast' },
  loadBefore: 0.1,
  figures: [{ name: `${name} against none`, unit: 'times', value, interval: [0.9, 1.1], atMost: 1.05 }],
  series: [{ name: `${name} alone`, unit: 'ms', samples: [3, 1, 2.123456789] }],
  growth: [
    {
      name: 'memory',
      unit: 'MiB',
      points: [
        [100, 1],
        [1000, 2],
      ],
    },
  ],
});

test('docs/performance.md shows what docs/performance.json holds, and nothing typed by hand', async () => {
  const text = await readFile(DOCUMENT, 'utf8');
  expect(fillIn(text, await readRuns(DOCUMENT))).toBe(text);
});

test('each part gets its report, and what is around it stays', () => {
  const text = fillIn(EMPTY, [made('drain', 1)]);
  expect(text).toContain('| drain against none (`drain`) | 1.00 | 0.90 – 1.10 | ≤ 1.05 | reached |');
  expect(text).toContain('| drain alone | 3 | 1.0 ms | 2.1 ms | 3.0 ms |');
  expect(text).toContain('x-axis "topologies of an agent\'s life" ["100", "1,000"]');
  expect(text).toContain('- processor: fast');
  expect(text.match(/^between$/gm)).toHaveLength(PARTS.length - 1);
  expect(fillIn(text, [made('drain', 1)])).toBe(text);
});

test('what is over its limit is said', () => {
  expect(fillIn(EMPTY, [made('drain', 2)])).toContain('| **not reached** |');
});

test('a document without one of the parts is refused', () => {
  expect(() => fillIn('<!-- bench:figures -->', [])).toThrow(
    '<!-- bench:figures --> … <!-- /bench:figures -->',
  );
});

test('a fresh run takes the place of the one of its name, and the others stay', async () => {
  using folder = new TemporaryFolder();
  const document = folder.file('figures.md');
  await writeFile(document, EMPTY);
  const names = ['submit', 'drain'];
  await writeDocument(document, [made('drain', 1), made('submit', 1)], names);
  await writeDocument(document, [made('drain', 2)], names);
  const runs = await readRuns(document);
  expect(runs.map(({ name, figures }) => [name, figures[0]?.value])).toEqual([
    ['submit', 1],
    ['drain', 2],
  ]);
  expect(await readFile(document, 'utf8')).toContain('drain against none (`drain`) | 2.00');
});
