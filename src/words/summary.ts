import type { Report } from '../domain/report/report.ts';
import { sentence } from './headline.ts';
import { escapeMarkdown } from './summary/markdown.ts';
import { cancelledLines, type SummaryContext } from './summary/summary-context.ts';
import { courseSections } from './summary/summary-course.ts';
import { foldedSections } from './summary/summary-details.ts';
import { summaryHeadline } from './summary/summary-headline.ts';
import { problemSections } from './summary/summary-problems.ts';

/** The job summary in GitHub's Markdown, well under its limit of 1 MiB for any report. */
export function summaryMarkdown(report: Report, context: SummaryContext): string {
  return [
    summaryHeadline(report, context),
    ...problemSections(report),
    ...courseSections(report),
    ...foldedSections(report),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The job summary without a report. */
export const failureMarkdown = (why: string, context: SummaryContext): string =>
  [
    '## topo-gc: the drain failed',
    '',
    ...cancelledLines(context),
    `It is unknown what is left: ${escapeMarkdown(why)}.`,
    '',
  ].join('\n');

/** The job summary if a sweep drained before the post step. */
export const sweptMarkdown = (why: string, context: SummaryContext): string =>
  [
    '## topo-gc: collected by a sweep, nothing left',
    '',
    ...cancelledLines(context),
    `The agent was lost. ${escapeMarkdown(sentence(why))}`,
    '',
  ].join('\n');
