import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import type { SummaryContext } from '../../../src/words/summary/summary-context.ts';
import { summaryMarkdown } from '../../../src/words/summary.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../fakes/made-report.ts';

const MIB = 1024 * 1024;

const CONTEXT: SummaryContext = { jobStatus: 'success', postMs: 2300 };

const LEAK = {
  topology: 'lab' as TopologyId,
  kind: 'network' as const,
  id: 'n1',
  name: 'web_1',
  cause: 'in-use' as const,
  reason: 'has active endpoints',
};

const lines = (markdown: string) => markdown.split('\n');

/** All that a summary is made of, and GitHub lets through; URLs become links there, as they are. */
const RENDERED = new Set(
  'h2 h3 p ul li strong code pre a table thead tbody tr th td br details summary'.split(' '),
);

/** The tags that Markdown comes to, in their order. */
const tagsOf = (markdown: string): string[] =>
  [...marked.parse(markdown, { async: false }).matchAll(/<([a-z]\w*)/gi)].map(([, tag = '']) => tag);

describe('whatever names and the engine’s words hold, the summary stays whole', () => {
  test.each(HOSTILE)('%j', (name) => {
    const hostile = madeReport({
      topologies: [reportedTopology(name, { ignoredStop: [name], absent: [name], kept: [name] })],
      collections: [madeCollection({ reason: name })],
      leaks: [{ ...LEAK, topology: name as TopologyId, name, reason: name }],
      rejected: [{ file: name, error: name }],
      inputs: { [name]: name },
      unconfirmed: name,
    });
    const markdown = summaryMarkdown(hostile, { ...CONTEXT, inPlaceBecause: name });
    const plain = summaryMarkdown(
      JSON.parse(JSON.stringify(hostile).replaceAll(JSON.stringify(name), '"x"')),
      {
        ...CONTEXT,
        inPlaceBecause: 'x',
      },
    );
    /** What is left of each line that means something in Markdown or HTML, outside of code. */
    const shape = (text: string) =>
      lines(text).map((line) =>
        line
          .replaceAll(/\\./g, '')
          .replaceAll(/`[^`]+`/g, '')
          .match(/\||^#+|^```\w*|`|<[^>]*>/g),
      );
    expect(shape(markdown)).toEqual(shape(plain));
    // A URL becomes a link, and an input's value that is empty no code.
    const structure = (text: string) => tagsOf(text).filter((tag) => tag !== 'a' && tag !== 'code');
    expect(structure(markdown)).toEqual(structure(plain));
    expect(new Set(tagsOf(markdown).filter((tag) => !RENDERED.has(tag)))).toEqual(new Set());
    expect(markdown).not.toMatch(/^::/m);
  });
});

describe('a summary over 1 MiB would be dropped whole', () => {
  const many = (name: (at: number) => string) => {
    const topologies = Array.from({ length: 10_000 }, (_, at) =>
      reportedTopology(name(at), { ignoredStop: [name(at)], absent: [name(at)], kept: [name(at)] }),
    );
    return madeReport({
      topologies,
      collections: topologies.map((_, at) => madeCollection({ id: at, reason: name(at) })),
      leaks: topologies.map(({ id, name: long }) => ({ ...LEAK, topology: id, name: long, reason: long })),
      removed: { containers: 40_000, networks: 10_000, volumes: 0 },
    });
  };

  test.each([
    ['long names', (at: number) => `${at}-${'n'.repeat(4000)}`],
    ['characters that are long when they are escaped', (at: number) => `${at}-${'&|🦆'.repeat(1000)}`],
  ])('10,000 topologies with %s: rows are cut, totals stay', (_, name) => {
    const markdown = summaryMarkdown(many(name), CONTEXT);
    expect(Buffer.byteLength(markdown)).toBeLessThan(MIB);
    expect(lines(markdown)[0]).toBe('## topo-gc: 10000 topologies collected, 10000 leaks');
    expect(markdown).toContain('**40000 containers, 10000 networks** of 10000 topologies removed.');
    expect(markdown).toMatch(/… and 9\d\d\d more, in the report\./);
    expect(markdown).toContain('(the first 25 of 10000)');
  });
});
