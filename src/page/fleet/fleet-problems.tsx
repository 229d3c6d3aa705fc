import type { Fleet } from '../../domain/fleet/fleet.ts';
import type { FleetJob } from '../../domain/fleet/fleet-job.ts';
import { UNCONFIRMED_REMEDY } from '../../domain/leaks/remedies.ts';
import { topologies } from '../../words/figures.ts';
import { jobs as countJobs, UNFINISHED, UNFINISHED_REMEDY } from '../../words/fleet-words.ts';
import { sentence } from '../../words/headline.ts';
import { Pages } from '../pages.tsx';
import { MembersByCause } from './members-by-cause.tsx';

interface UnsureJobsProps {
  readonly title: string;
  readonly remedy: string;
  readonly jobs: readonly FleetJob[];
  readonly why: (job: FleetJob) => string;
}

/** Jobs of which it is not known whether they left anything, each with the reason; empty if there are none. */
function UnsureJobs({ title, remedy, jobs, why }: UnsureJobsProps) {
  if (jobs.length === 0) return null;
  return (
    <div class="problem">
      <h3>{title}</h3>
      <p class="remedy">
        <b>Do:</b> {remedy}
      </p>
      <Pages items={jobs} of={title.toLowerCase()} size={20}>
        {(shown) => (
          <ul class="left-members">
            {shown.map((job) => (
              <li key={job.file}>
                <b>{job.name}</b> {why(job)}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

/** What is left by cause, and the jobs of which that is not known; empty if all went well. */
export function FleetProblems({ fleet }: { readonly fleet: Fleet }) {
  const { jobs, missing, left } = fleet;
  const leaks = left.filter(({ what }) => what === 'leak');
  const unfinished = jobs.filter((job) => job.unfinished > 0);
  const unconfirmed = jobs.filter((job) => job.unconfirmed !== undefined);
  if (missing + leaks.length + unfinished.length + unconfirmed.length === 0) return null;
  return (
    <section class="problems" aria-labelledby="problems">
      <h2 id="problems">What went wrong</h2>
      {missing > 0 && (
        <div class="problem">
          <h3>{countJobs(missing)} without a report</h3>
          <p class="remedy">
            <b>Do:</b> {UNFINISHED_REMEDY}
          </p>
        </div>
      )}
      <UnsureJobs
        title="Jobs whose reports are not finished"
        remedy={UNFINISHED_REMEDY}
        jobs={unfinished}
        why={(job) => sentence(`${topologies(job.unfinished)} not finished: ${UNFINISHED}`)}
      />
      <UnsureJobs
        title="Jobs that may have left something"
        remedy={UNCONFIRMED_REMEDY}
        jobs={unconfirmed}
        why={(job) => job.unconfirmed ?? ''}
      />
      <ul class="problem-list">
        {leaks.map((cause) => (
          <MembersByCause key={cause.cause} cause={cause} />
        ))}
      </ul>
    </section>
  );
}

/** What was made while the jobs ran and is still there, by cause; empty if there is none. */
export function Strays({ fleet }: { readonly fleet: Fleet }) {
  const strays = fleet.left.filter(({ what }) => what === 'stray');
  if (strays.length === 0) return null;
  return (
    <section aria-labelledby="strays">
      <h2 id="strays">Made while jobs ran, never handed over, and still there</h2>
      <ul class="problem-list">
        {strays.map((cause) => (
          <MembersByCause key={cause.cause} cause={cause} />
        ))}
      </ul>
    </section>
  );
}
