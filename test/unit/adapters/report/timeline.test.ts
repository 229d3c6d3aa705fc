import { expect, test } from 'vitest';
import { timeline } from '../../../../src/adapters/report/timeline.ts';
import { HOSTILE, madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const TASK = /^ {2}[^:;#,\n]+ :(active|done|crit), \d+, \d+$/;

const linesOf = (chart: string) => chart.trimEnd().split('\n');

test('a chart from the first submission on: stopping, stopped, and the collections', () => {
  const report = madeReport({ topologies: [reportedTopology('lab')], collections: [madeCollection()] });
  expect(linesOf(timeline(report))).toEqual([
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %M:%S',
    '  section Topologies',
    '  lab :active, 0, 2000',
    '  stopped :done, 2000, 20000',
    '  section Collections',
    '  networks :crit, 19000, 20500',
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
  expect(tasks).toEqual(['  lab :active, 0, 1', '  networks :crit, 0, 1']);
});

test('whatever they are called, tasks are tasks', () => {
  const topologies = HOSTILE.map((name) => reportedTopology(name));
  const [, , , , , ...rest] = linesOf(timeline(madeReport({ topologies })));
  const tasks = rest.filter((line) => !/^ {2}section Collections$|^```$/.test(line));
  expect(tasks).toHaveLength(2 * topologies.length);
  for (const task of tasks) expect(task).toMatch(TASK);
});

test('a chart of thousands would be no picture: the first are shown', () => {
  const topologies = Array.from({ length: 10_000 }, (_, at) => reportedTopology(`t${at}`));
  const collections = topologies.map((_, id) => madeCollection({ id }));
  const chart = timeline(madeReport({ topologies, collections }));
  expect(linesOf(chart).length).toBeLessThan(100);
  expect(chart).toContain('  section Topologies (the first 25 of 10000)');
});
