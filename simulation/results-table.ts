import { quantile } from '../bench/statistics.ts';
import type { DayResult } from './day.ts';
import type { Shortage } from './job.ts';
import type { Policy } from './policies.ts';

export interface PolicyResult {
  readonly policy: Policy;
  readonly days: readonly DayResult[];
}

const HEAD = [
  'policy',
  'failed modules',
  'disk at its peak',
  'collections a job',
  'tests waited a job',
  'slowest 0.1% of them',
  'post step, mean',
  '95%',
];

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function shortages(failed: readonly Shortage[]): string {
  const counts = (['disk', 'memory', 'networks'] as const).map((why) => {
    const count = failed.filter((each) => each === why).length;
    return count === 0 ? [] : [`${count} ${why}`];
  });
  return counts.flat().join(', ') || '0';
}

function row({ policy, days }: PolicyResult): string[] {
  const jobs = days.flatMap((day) => day.jobs);
  const posts = jobs.map(({ postMs }) => postMs);
  return [
    policy.name,
    shortages(jobs.flatMap(({ failed }) => failed)),
    `${(Math.max(...days.map(({ peakDisk }) => peakDisk)) / 1e9).toFixed(1)} GB`,
    mean(jobs.map(({ collections }) => collections)).toFixed(1),
    seconds(mean(jobs.map(({ waitedMs }) => waitedMs))),
    `${quantile(
      jobs.flatMap(({ slowdowns }) => slowdowns),
      0.999,
    ).toFixed(2)} ×`,
    seconds(mean(posts)),
    seconds(quantile(posts, 0.95)),
  ];
}

/** One line a policy, in Markdown. */
export function resultsTable(results: readonly PolicyResult[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---')), ...results.map((result) => line(row(result)))].join('\n');
}
