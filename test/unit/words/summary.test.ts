import { describe, expect, test } from 'vitest';
import type { ReportedMeasure } from '../../../src/domain/report/reported-readings.ts';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import type { SummaryContext } from '../../../src/words/summary/summary-context.ts';
import { failureMarkdown, summaryMarkdown, sweptMarkdown } from '../../../src/words/summary.ts';
import { madeCollection, madeReport, reportedTopology } from '../../fakes/made-report.ts';

const CONTEXT: SummaryContext = { jobStatus: 'success', postMs: 2300 };

const LEAK = {
  topology: 'lab' as TopologyId,
  kind: 'network' as const,
  id: 'n1',
  name: 'web_1',
  cause: 'in-use' as const,
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
      /\*\*Time saved: 39\.\ds\*\*, an estimate: .* at least 42s; .* 12ms .* 2\.3s\./,
    );
  });

  test('leaks, each with its reason', () => {
    const markdown = summaryMarkdown({ ...FULL, leaks: [LEAK] }, CONTEXT);
    expect(lines(markdown)[0]).toMatch(/2 topologies collected, 1 leak$/);
    expect(markdown).toContain('| network `web_1` | `lab` | has active endpoints | See who still uses it');
    expect(markdown).not.toContain('confirms');
  });

  test('that the engine could not be asked', () => {
    const markdown = summaryMarkdown({ ...FULL, unconfirmed: 'connect ECONNREFUSED' }, CONTEXT);
    expect(lines(markdown)[0]).toMatch(/not confirmed$/);
    expect(markdown).toContain('is not known whether anything is left: connect ECONNREFUSED.');
  });

  test('that the job was cancelled', () => {
    expect(summaryMarkdown(FULL, { ...CONTEXT, jobStatus: 'cancelled' })).toContain('The job was cancelled.');
    expect(summaryMarkdown(FULL, CONTEXT)).not.toContain('cancelled');
  });

  test('that the post step drained in place of the agent, and why', () => {
    const markdown = summaryMarkdown(FULL, { ...CONTEXT, inPlaceBecause: 'No agent answers at /x' });
    expect(markdown).toContain(
      'The post step drained from the journal because the agent did not: No agent answers at /x.',
    );
  });

  test('nothing submitted is nothing saved', () => {
    const markdown = summaryMarkdown(madeReport(), CONTEXT);
    expect(lines(markdown)[0]).toBe('## topo-gc: 0 topologies collected, nothing left');
    expect(markdown).not.toContain('Time saved');
    expect(markdown).not.toContain('mermaid');
  });
});

describe('whether a threshold was tight', () => {
  const networks: ReportedMeasure = {
    ...{ input: 'network-threshold', of: 'networks', unit: 'count', values: [7], threshold: 24 },
    tightest: { at: 0, value: 18 },
  };
  const withNetworks = {
    readings: { at: [0], measures: [networks], unavailable: [] },
    inputs: { 'network-threshold': '24' },
  };

  test('which fired, and what came closest', () => {
    expect(summaryMarkdown({ ...FULL, ...withNetworks }, CONTEXT)).toContain(
      '- Thresholds fired: networks once; the closest was networks: 18 on the engine, threshold 24 \\(75%\\).',
    );
  });

  test('that none was reached', () => {
    expect(summaryMarkdown({ ...FULL, ...withNetworks, collections: [] }, CONTEXT)).toContain(
      '- No threshold was reached; the closest was networks: 18 on the engine',
    );
  });

  test('nothing where there was none', () => {
    expect(summaryMarkdown(madeReport(), CONTEXT)).not.toMatch(/threshold was|fired/);
  });

  test('all of it, leaks and advice included, before any table of what went well', () => {
    const lives = [
      {
        kind: 'container',
        name: 'sh',
        image: 'busybox',
        state: 'removed',
        graceMs: 10_000,
        stoppingAt: 0,
        stoppedAt: 10_000,
      },
    ] as const;
    const topologies = [reportedTopology('lab', { lives })];
    const markdown = summaryMarkdown({ ...FULL, ...withNetworks, topologies, leaks: [LEAK] }, CONTEXT);
    const order = [
      'Time saved',
      'Thresholds fired',
      '### Leaks',
      '### Advice',
      '### Collections',
      '### Timeline',
    ];
    const places = order.map((part) => markdown.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(markdown).toContain('- 1 container of busybox ignored the stop signal');
    expect(markdown).toContain('`stop-timeout: 1s` ends them sooner');
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

describe('where there is no report', () => {
  test('that is said, with the reason', () => {
    const markdown = failureMarkdown('the journal is <gone>', { ...CONTEXT, jobStatus: 'cancelled' });
    expect(lines(markdown)[0]).toBe('## topo-gc: the drain failed');
    expect(markdown).toContain('The job was cancelled.');
    expect(markdown).toContain('the journal is &lt;gone&gt;');
  });

  test('and where a sweep was faster', () => {
    const markdown = sweptMarkdown('a sweep has collected <it>', CONTEXT);
    expect(lines(markdown)[0]).toBe('## topo-gc: collected by a sweep, nothing left');
    expect(markdown).toContain('The agent was lost. A sweep has collected &lt;it&gt;.');
  });
});
