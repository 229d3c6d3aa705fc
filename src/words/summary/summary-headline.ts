import { describeUnconfirmed } from '../../domain/leaks/leak.ts';
import { UNCONFIRMED_REMEDY } from '../../domain/leaks/remedies.ts';
import { type Report, savedMs } from '../../domain/report/report.ts';
import { duration, members, topologies } from '../figures.ts';
import { collected, confirmation, sentence, tightness } from '../headline.ts';
import { describeSwept } from '../swept-session.ts';
import { escapeMarkdown } from './markdown.ts';
import { cancelledLines, type SummaryContext } from './summary-context.ts';

/** Each has one line; the report has all of them. */
const MOST_SWEPT = 20;

/** The reader's first questions: how much time it saved, whether anything leaked, whether a threshold was tight. */
export function summaryHeadline(report: Report, context: SummaryContext): string {
  const { inPlaceBecause } = context;
  const tight = tightness(report);
  return [
    `## topo-gc: ${collected(report)}`,
    '',
    ...cancelledLines(context),
    ...(report.topologies.length === 0 ? [] : [`- ${saved(report, context)}`]),
    `- **${members(report.removed)}** of ${topologies(report.earlier.topologies + report.topologies.length)} removed. ${confirmed(report)}`,
    ...(tight === undefined ? [] : [`- ${escapeMarkdown(sentence(tight))}`]),
    ...(report.swept ?? [])
      .slice(0, MOST_SWEPT)
      .map((swept) => `- ${escapeMarkdown(sentence(describeSwept(swept)))}`),
    '',
    ...(inPlaceBecause === undefined
      ? []
      : [
          `The post step drained from the journal because the agent did not: ${escapeMarkdown(inPlaceBecause)}.`,
          '',
        ]),
  ].join('\n');
}

const saved = (report: Report, { postMs }: SummaryContext): string =>
  `**Time saved: ${duration(savedMs(report, postMs))}**, an estimate: teardown one by one would have taken at least ` +
  `${duration(report.oneByOneMs)}; the tests waited ${duration(report.submissionMs)} for their ` +
  `submissions, and the post step took ${duration(postMs)}.`;

const confirmed = (report: Report): string =>
  report.unconfirmed === undefined
    ? confirmation(report)
    : `${escapeMarkdown(sentence(describeUnconfirmed(report.unconfirmed)))} ${escapeMarkdown(UNCONFIRMED_REMEDY)}`;
