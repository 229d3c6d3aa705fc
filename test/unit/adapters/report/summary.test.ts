import { describe, expect, test } from 'vitest';
import {
  failureMarkdown,
  type SummaryContext,
  summaryMarkdown,
} from '../../../../src/adapters/report/summary.ts';
import type { TopologyId } from '../../../../src/domain/topology.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const MIB = 1024 * 1024;

const CONTEXT: SummaryContext = { jobStatus: 'success', postMs: 2300 };

const LEAK = {
  topology: 'lab' as TopologyId,
  kind: 'network' as const,
  id: 'n1',
  name: 'web_1',
  reason: 'has active endpoints',
};

const FULL = madeReport({
  topologies: [reportedTopology('lab'), reportedTopology('slow', { stoppedAt: 11_000 })],
  collections: [madeCollection()],
  removed: { containers: 8, networks: 2, volumes: 0 },
  oneByOneMs: 42_000,
  submissionMs: 12,
  drainMs: 2000,
});

const lines = (markdown: string) => markdown.split('\n');

describe('what a reader wants first', () => {
  test('how much was collected, that nothing is left, and what it saved', () => {
    const [title, ...rest] = lines(summaryMarkdown(FULL, CONTEXT));
    expect(title).toBe('## topo-gc: 2 topologies collected, nothing left');
    expect(rest.join(' ')).toContain('**8 containers, 2 networks** of 2 topologies removed.');
    expect(rest.join(' ')).toContain('The engine confirms that nothing is left.');
    expect(rest.join(' ')).toMatch(
      /\*\*Time saved: 39\.\ds\*\*, an estimate: .*42s at the least; .* 12ms .* 2\.3s\./,
    );
  });

  test('leaks, each with its reason', () => {
    const markdown = summaryMarkdown({ ...FULL, leaks: [LEAK] }, CONTEXT);
    expect(lines(markdown)[0]).toMatch(/2 topologies collected, 1 leak$/);
    expect(markdown).toContain('| network `web_1` | `lab` | has active endpoints |');
    expect(markdown).not.toContain('confirms');
  });

  test('that the engine could not be asked', () => {
    const markdown = summaryMarkdown({ ...FULL, unconfirmed: 'connect ECONNREFUSED' }, CONTEXT);
    expect(lines(markdown)[0]).toMatch(/not confirmed$/);
    expect(markdown).toContain('could not be asked whether anything is left: connect ECONNREFUSED.');
  });

  test('that the job was cancelled', () => {
    expect(summaryMarkdown(FULL, { ...CONTEXT, jobStatus: 'cancelled' })).toContain('The job was cancelled.');
    expect(summaryMarkdown(FULL, CONTEXT)).not.toContain('cancelled');
  });

  test('that the post step drained in place of the agent, and why', () => {
    const markdown = summaryMarkdown(FULL, { ...CONTEXT, inPlaceBecause: 'No agent answers at /x' });
    expect(markdown).toContain(
      'The post step drained from the journal, as the agent did not: No agent answers at /x.',
    );
  });

  test('nothing submitted is nothing saved', () => {
    const markdown = summaryMarkdown(madeReport(), CONTEXT);
    expect(lines(markdown)[0]).toBe('## topo-gc: 0 topologies collected, nothing left');
    expect(markdown).not.toContain('Time saved');
    expect(markdown).not.toContain('mermaid');
  });
});

describe('what follows', () => {
  test('the collections, with their triggers and the readings before and after', () => {
    const [row] = lines(summaryMarkdown(FULL, CONTEXT)).filter((line) => line.startsWith('| 1 |'));
    expect(row).toContain('| networks | 26 networks on the engine, threshold 24 |');
    expect(row).toContain('| 4 containers, 1 network of 1 topology | 0 | 1.5s |');
    expect(row).toContain('networks: 26 on the engine → 25 on the engine');
    expect(row).toContain('containers: 4 pending → 0 pending');
  });

  test('a reading that was there before and is unavailable after is unknown, and not 0', () => {
    const { networks: _, ...after } = madeCollection().after;
    const markdown = summaryMarkdown({ ...FULL, collections: [madeCollection({ after })] }, CONTEXT);
    expect(markdown).toContain('networks: 26 on the engine → unknown');
  });

  test('the slowest to stop come first', () => {
    const markdown = summaryMarkdown(FULL, CONTEXT);
    expect(markdown.indexOf('| `slow` |')).toBeLessThan(markdown.indexOf('| `lab` |'));
    expect(markdown).toContain('| `slow` | 4 containers, 1 network | 10s |');
  });

  test('what ignored its stop, was absent, or was left to others', () => {
    const topology = reportedTopology('lab', { ignoredStop: ['sh1'], absent: ['tpyo'], kept: ['db'] });
    const markdown = summaryMarkdown(madeReport({ topologies: [topology] }), CONTEXT);
    for (const name of ['sh1', 'tpyo', 'db']) expect(markdown).toContain(`| \`${name}\` | \`lab\` |`);
  });

  test('the thresholds in force', () => {
    expect(summaryMarkdown(FULL, CONTEXT)).toContain('| `reclaim` | `all` |');
  });
});

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

describe('where there is no report', () => {
  test('that is said, with the reason', () => {
    const markdown = failureMarkdown('the journal is <gone>', { ...CONTEXT, jobStatus: 'cancelled' });
    expect(lines(markdown)[0]).toBe('## topo-gc: the drain failed');
    expect(markdown).toContain('The job was cancelled.');
    expect(markdown).toContain('the journal is &lt;gone&gt;');
  });
});
