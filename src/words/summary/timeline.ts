import type { Report } from '../../domain/report/report.ts';
import { mermaidName } from './markdown.ts';

/** A chart with more rows is too large to read. */
const MOST_ROWS = 25;

/** The least duration of a visible task, in ms. */
const LEAST_MS = 1;

function task(name: string, tags: string, from: number, to: number, start: number): string {
  const begin = Math.max(0, from - start);
  return `  ${mermaidName(name)} :${tags}${begin}, ${Math.max(begin + LEAST_MS, to - start)}`;
}

/** A Mermaid chart from the first submission on: how long each topology was stopping and then waited, and the collections. */
export function timeline({ topologies, collections, endedAt }: Report): string {
  const start = topologies[0]?.submittedAt;
  if (start === undefined) return '';
  const shown = topologies.slice(0, MOST_ROWS);
  const left = topologies.length - shown.length;
  return [
    '```mermaid',
    'gantt',
    '  dateFormat x',
    // Seconds since the beginning: Mermaid shows real times in the reader's time zone.
    '  axisFormat %s s',
    `  section Topologies${left > 0 ? ` (the first ${shown.length} of ${topologies.length})` : ''}`,
    ...shown.flatMap(({ name, submittedAt, stoppedAt, removedAt }) => {
      const end = removedAt ?? endedAt;
      const stopped = Math.min(stoppedAt ?? end, end);
      const stopping = task(name, 'active, ', submittedAt, stopped, start);
      return stopped >= end ? [stopping] : [stopping, task('stopped', 'done, ', stopped, end, start)];
    }),
    '  section Collections',
    ...collections
      .slice(0, MOST_ROWS)
      // Red marks topologies with a failure.
      .map(({ trigger, failed, startedAt, endedAt: end }) =>
        task(trigger, failed > 0 ? 'crit, ' : '', startedAt, end, start),
      ),
    '```',
    '',
  ].join('\n');
}
