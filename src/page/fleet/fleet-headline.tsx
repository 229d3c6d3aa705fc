import { type Fleet, isFleetSound } from '../../domain/fleet/fleet.ts';
import { duration, members, topologies } from '../../words/figures.ts';
import { fleetVerdict, jobs } from '../../words/fleet-words.ts';
import { capital } from '../../words/headline.ts';
import { HeadlineFigure } from '../parts/headline-figure.tsx';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** The time from the end of the first job to the end of the last. */
function Ended({ fleet }: { readonly fleet: Fleet }) {
  const ends = fleet.jobs.map(({ endedAt }) => endedAt);
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return (
    <time dateTime={new Date(to).toISOString()}>
      {ends.length === 1 ? DATE.format(to) : DATE.formatRange(from, to)}
    </time>
  );
}

function lead({ totals, missing }: Fleet): string {
  const { removed, unconfirmed, unfinished, leaks } = totals;
  const gone = `${capital(members(removed))} of ${topologies(totals.topologies)} removed.`;
  if (unconfirmed + unfinished + missing > 0)
    return `${gone} For some jobs it is unknown whether anything is left.`;
  if (leaks > 0) return `${gone} The engines still show what is listed below.`;
  return `${gone} The engines confirm that nothing is left${totals.strays > 0 ? ' of what was handed over' : ''}.`;
}

/** The reader's first questions: whether any job left anything, how much time it saved, how often thresholds fired. */
export function FleetHeadline({ fleet }: { readonly fleet: Fleet }) {
  const { totals, missing, thresholds } = fleet;
  const { submissionMs, drainMs } = totals;
  const fired = thresholds.filter((each) => each.fired > 0);
  const times = fired.reduce((sum, each) => sum + each.fired, 0);
  const tone = isFleetSound(fleet) ? (totals.strays > 0 ? 'unsure' : 'good') : 'bad';
  return (
    <header class={tone}>
      <p class="eyebrow">
        <b>topo-gc</b> report of {jobs(totals.jobs)} · ended <Ended fleet={fleet} />
      </p>
      <h1>{capital(fleetVerdict(fleet))}</h1>
      <p class="lead">{lead(fleet)}</p>
      <dl class="figures">
        <HeadlineFigure name="Clean jobs" value={`${totals.clean} of ${totals.jobs + missing}`}>
          {totals.clean === totals.jobs + missing
            ? 'nothing is left of any of them'
            : 'the others come first in the table of jobs'}
        </HeadlineFigure>
        <HeadlineFigure name="Time saved" value={duration(totals.savedMs)}>
          an estimate: the sum over all jobs of what teardown one by one would have taken more
        </HeadlineFigure>
        <HeadlineFigure name="Waited for" value={duration(submissionMs + drainMs)}>
          {duration(submissionMs)} for submissions, {duration(drainMs)} for drains
        </HeadlineFigure>
        <HeadlineFigure name="Thresholds fired" value={String(times)}>
          {fired.length === 0
            ? 'none was reached'
            : fired.map((each) => `${each.trigger} ${each.fired}×`).join(', ')}
        </HeadlineFigure>
      </dl>
    </header>
  );
}
