import { countTriggers } from '../domain/removal/collection.ts';
import { pressureFigures } from '../domain/report/pressure-figures.ts';
import { isFailedByStrays, isLeaking, type Report, savedMs } from '../domain/report/report.ts';
import { collections, duration, members, percentOf, topologies } from '../words/figures.ts';
import { capital, confirmation, describeFired, describeTightest, verdict } from '../words/headline.ts';
import { HeadlineFigure } from './parts/headline-figure.tsx';
import { elapsed, startOf } from './time/time-axis.ts';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

function Threshold({ report }: { readonly report: Report }) {
  const { fired, closest } = pressureFigures(report);
  if (closest === undefined && fired.length === 0)
    return (
      <HeadlineFigure name="Closest to its threshold" value="–">
        nothing was read beside a threshold
      </HeadlineFigure>
    );
  return (
    <HeadlineFigure
      name="Closest to its threshold"
      value={closest === undefined ? '–' : percentOf(closest.closeness)}
    >
      {closest !== undefined && `${describeTightest(closest.measure, report)}. `}
      {fired.length > 0 ? `Fired: ${describeFired(fired)}.` : 'None was reached.'}
    </HeadlineFigure>
  );
}

/** The reader's first questions: how much time it saved, whether anything leaked, whether a threshold was tight. */
export function Headline({ report }: { readonly report: Report }) {
  const { session, earlier, removed, unconfirmed, oneByOneMs, submissionMs, drainMs, endedAt } = report;
  const count = earlier.topologies + report.topologies.length;
  const triggers = countTriggers(report.collections);
  const took = endedAt - startOf(report);
  return (
    <header class={isLeaking(report) || isFailedByStrays(report) ? 'bad' : 'good'}>
      <p class="eyebrow">
        <b>topo-gc</b> report · <time dateTime={new Date(endedAt).toISOString()}>{DATE.format(endedAt)}</time>{' '}
        · covers {elapsed(took)} · session <code>{session.id}</code>
      </p>
      <h1>{capital(verdict(report))}</h1>
      <p class="lead">
        {count === 0
          ? 'Nothing was submitted.'
          : `${capital(members(removed))} of ${topologies(count)} removed.`}{' '}
        {unconfirmed !== undefined ? 'It is unknown whether anything is left.' : confirmation(report)}
      </p>
      <dl class="figures">
        <HeadlineFigure name="Time saved" value={duration(savedMs(report))}>
          an estimate: teardown one by one would have taken at least {duration(oneByOneMs)}
        </HeadlineFigure>
        <HeadlineFigure name="Waited for" value={duration(submissionMs + drainMs)}>
          {duration(submissionMs)} for submissions, {duration(drainMs)} for the drain
        </HeadlineFigure>
        <HeadlineFigure name="Collections" value={String(earlier.collections + report.collections.length)}>
          {triggers.size === 0
            ? 'there was nothing to collect'
            : [...triggers]
                .map(([trigger, times]) => (times === 1 ? trigger : `${trigger} ${times}×`))
                .join(', ')}
        </HeadlineFigure>
        <Threshold report={report} />
      </dl>
      {earlier.topologies + earlier.collections > 0 && (
        <p class="note">
          Of {topologies(earlier.topologies)} and {collections(earlier.collections)} that were over long ago
          only the figures are kept; all totals count them.
        </p>
      )}
    </header>
  );
}
