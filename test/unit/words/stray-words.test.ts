import { describe, expect, test } from 'vitest';
import type { LeftStrays, Stray } from '../../../src/domain/strays/stray.ts';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { annotations } from '../../../src/words/annotations.ts';
import { confirmation, verdict } from '../../../src/words/headline.ts';
import { plainReport } from '../../../src/words/plain-report.ts';
import { strayLines } from '../../../src/words/stray-words.ts';
import { summaryMarkdown } from '../../../src/words/summary.ts';
import { describeSwept } from '../../../src/words/swept-session.ts';
import { STRAYS } from '../../fakes/fake-agent-service.ts';
import { HOSTILE, madeReport } from '../../fakes/made-report.ts';

const CONTEXT = { jobStatus: 'success', postMs: 2300 };
const LEAK = {
  topology: 'lab' as TopologyId,
  kind: 'network' as const,
  id: 'n1',
  name: 'web_1',
  cause: 'in-use' as const,
  reason: 'in use',
};
const many = (count: number): LeftStrays => ({
  members: Array.from(
    { length: count },
    (_, at): Stray => ({ kind: 'volume', id: `v${at}`, name: `v${at}` }),
  ),
});

test('the headline never says that nothing is left while there are strays', () => {
  expect(verdict(madeReport())).toBe('nothing left');
  expect(verdict(madeReport({ strays: STRAYS }))).toBe('nothing left but 2 strays');
  expect(verdict(madeReport({ strays: { ...STRAYS, more: 3 } }))).toBe('nothing left but 5 strays');
  expect(verdict(madeReport({ strays: STRAYS, leaks: [LEAK] }))).toBe('1 leak and 2 strays');
  expect(confirmation(madeReport({ strays: STRAYS }))).toBe(
    'The engine confirms that nothing is left of what was handed over.',
  );
});

test('the plain report names each, with when it was made, by which image, and whose it may be', () => {
  expect(plainReport(madeReport({ strays: STRAYS })).split('\n')).toEqual(
    expect.arrayContaining([
      'stray: container web: made at 2026-11-24T10:00:05Z, by image nginx, not handed over',
      'stray: volume data: made or written to at 2026-11-24T10:00:06Z, not handed over',
      'strays: where other jobs use this engine too, a stray may be theirs',
    ]),
  );
  expect(strayLines({ ...STRAYS, others: ['s2', 's3'] }).at(-1)).toBe(
    'strays: other sessions worked on this engine meanwhile (s2, s3): a stray may be theirs',
  );
  expect(strayLines(many(80)).slice(-2)[0]).toBe('stray: 30 more');
  expect(strayLines(undefined)).toEqual([]);
});

describe('the summary', () => {
  test('has a row for each, and says what to do', () => {
    const markdown = summaryMarkdown(madeReport({ strays: { ...STRAYS, isFailure: true } }), CONTEXT);
    expect(markdown).toContain('### Strays');
    expect(markdown).toContain('| container `web` | made at 2026');
    expect(markdown).toContain('They fail the job.');
    expect(markdown).toContain('strays: collect');
    expect(summaryMarkdown(madeReport(), CONTEXT)).not.toContain('Strays');
  });

  test('stays small for any number', () => {
    expect(summaryMarkdown(madeReport({ strays: many(1000) }), CONTEXT).length).toBeLessThan(20_000);
  });

  test.each(HOSTILE)('stays whole, whatever a name is: %j', (name) => {
    const strays: LeftStrays = {
      members: [{ kind: 'container', id: 'c', name, image: name, cause: 'unresolved', why: name }],
      others: [name],
    };
    const lines = summaryMarkdown(madeReport({ strays }), CONTEXT).split('\n');
    const rows = lines.filter((line) => line.startsWith('| container '));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.replaceAll('\\|', '').split('|')).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(2);
  });
});

test('strays are annotated only if they fail the job', () => {
  expect(annotations(madeReport({ strays: STRAYS }), 'error')).toEqual([]);
  const failing = annotations(madeReport({ strays: { ...STRAYS, isFailure: true } }), 'warning');
  expect(failing.map(({ level, title }) => [level, title])).toEqual([
    ['error', 'Stray'],
    ['error', 'Stray'],
  ]);
});

test('a sweep says what strays its session has left', () => {
  const removed = { containers: 1, networks: 0, volumes: 0 };
  expect(describeSwept({ session: 's0', removed, leaks: [], strays: STRAYS })).toMatch(
    /1 container removed, nothing left of what was handed over; 2 strays: container web, volume data$/,
  );
});
