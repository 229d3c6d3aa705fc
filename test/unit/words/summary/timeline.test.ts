import mermaid from 'mermaid';
import { expect, test } from 'vitest';
import { timeline } from '../../../../src/words/summary/timeline.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const TASK = /^ {2}[^:;#,\n]+ :((active|done|crit), )?\d+, \d+$/;

const linesOf = (chart: string) => chart.trimEnd().split('\n');

test('a chart from the first submission on: stopping, stopped, and the collections', () => {
  const report = madeReport({ topologies: [reportedTopology('lab')], collections: [madeCollection()] });
  expect(linesOf(timeline(report))).toEqual([
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %s s',
    '  section Topologies',
    '  lab :active, 0, 2000',
    '  stopped :done, 2000, 20000',
    '  section Collections',
    '  networks :19000, 20500',
    '```',
  ]);
});

test('what is not removed goes on to the end', () => {
  const { stoppedAt: _, removedAt: __, ...stuck } = reportedTopology('stuck');
  expect(linesOf(timeline(madeReport({ topologies: [stuck] })))).toContain('  stuck :active, 0, 59000');
});

test('nothing submitted is no chart', () => {
  expect(timeline(madeReport())).toBe('');
});

test('what took no time can still be seen, and nothing is before the beginning', () => {
  const at = { submittedAt: 5000, stoppedAt: 5000, removedAt: 5000 };
  const early = madeCollection({ startedAt: 1000, endedAt: 1000 });
  const tasks = linesOf(
    timeline(madeReport({ topologies: [reportedTopology('lab', at)], collections: [early] })),
  ).filter((line) => TASK.test(line));
  expect(tasks).toEqual(['  lab :active, 0, 1', '  networks :0, 1']);
});

/** What Mermaid itself makes of a chart. @throws Error where it does not take it */
async function parsed(chart: string): Promise<readonly { task: string; startTime: Date; endTime: Date }[]> {
  const text = chart.replace(/^```mermaid\n/, '').replace(/```\n$/, '');
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return (db as unknown as { getTasks(): Awaited<ReturnType<typeof parsed>> }).getTasks();
}

test('Mermaid takes it, with the times that are meant', async () => {
  const report = madeReport({ topologies: [reportedTopology('lab')], collections: [madeCollection()] });
  const tasks = (await parsed(timeline(report))).map(({ task, startTime, endTime }) => [
    task.trim(),
    +startTime,
    +endTime,
  ]);
  expect(tasks).toEqual([
    ['lab', 0, 2000],
    ['stopped', 2000, 20_000],
    ['networks', 19_000, 20_500],
  ]);
});

test.each([
  ...HOSTILE,
  'gantt',
  'click me',
  'section 2',
  '2026-11-24T10',
  'a:b;c,d#e',
  '%% comment',
  '%%{init: {}}%%',
  'x'.repeat(70),
])('whatever they are called, tasks are tasks: %j', async (name) => {
  const chart = timeline(madeReport({ topologies: [reportedTopology(name), reportedTopology('next')] }));
  const tasks = await parsed(chart);
  expect(tasks).toHaveLength(4);
  expect(tasks[2]?.task.trim()).toBe('next');
  expect(linesOf(chart).filter((line) => TASK.test(line))).toHaveLength(4);
});

test('a chart of thousands would be no picture: the first are shown', () => {
  const topologies = Array.from({ length: 10_000 }, (_, at) => reportedTopology(`t${at}`));
  const collections = topologies.map((_, id) => madeCollection({ id }));
  const chart = timeline(madeReport({ topologies, collections }));
  expect(linesOf(chart).length).toBeLessThan(100);
  expect(chart).toContain('  section Topologies (the first 25 of 10000)');
});
