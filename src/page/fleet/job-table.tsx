import { useMemo, useState } from 'preact/hooks';
import { type FleetJob, leftNothing } from '../../domain/fleet/fleet-job.ts';
import { duration, members } from '../../words/figures.ts';
import { closestOfJob, jobs as countJobs, problemsOf } from '../../words/fleet-words.ts';
import { Pages } from '../pages.tsx';
import { SearchToolbar } from '../parts/search-toolbar.tsx';
import { ScrolledTable } from '../scrolled-table.tsx';
import { chooseJobs, JOB_ORDERS, type JobOrder } from './choose-jobs.ts';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const PAGE = 50;

function Jobs({ shown }: { readonly shown: readonly FleetJob[] }) {
  return (
    <ScrolledTable name="Table of jobs">
      <thead>
        <tr>
          <th scope="col">Job</th>
          <th scope="col">What is left</th>
          <th scope="col">Ended</th>
          <th scope="col">Removed</th>
          <th scope="col" class="number">
            Topologies
          </th>
          <th scope="col" class="number">
            Time saved
          </th>
          <th scope="col" class="number">
            Drains
          </th>
          <th scope="col" class="number">
            Fired
          </th>
          <th scope="col">Closest threshold</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((job) => (
          <tr key={job.file}>
            <th scope="row" title={job.session}>
              {job.name}
            </th>
            <td class={leftNothing(job) ? '' : 'bad'}>{problemsOf(job).join(', ') || 'nothing'}</td>
            <td class="members">{DATE.format(job.endedAt)}</td>
            <td class="members">{members(job.removed)}</td>
            <td class="number">{job.topologies}</td>
            <td class="number">{duration(job.savedMs)}</td>
            <td class="number">{duration(job.drainMs)}</td>
            <td class="number">{job.fired}</td>
            <td>{closestOfJob(job)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

/** Every job as a row, with a search and an order. */
export function JobTable({ jobs }: { readonly jobs: readonly FleetJob[] }) {
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<JobOrder>('problems');
  const chosen = useMemo(() => chooseJobs(jobs, query, order), [jobs, query, order]);
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">Jobs</h2>
      <SearchToolbar
        query={query}
        searched="name, session, engine"
        order={order}
        orders={JOB_ORDERS}
        found={chosen.length}
        count={jobs.length}
        counted={countJobs}
        onQuery={setQuery}
        onOrder={setOrder}
      />
      {chosen.length === 0 && <p class="note">No job matches the search.</p>}
      <Pages items={chosen} of="jobs" size={PAGE}>
        {(shown) => <Jobs shown={shown} />}
      </Pages>
    </section>
  );
}
