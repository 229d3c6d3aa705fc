import type { Fleet } from '../../domain/fleet/fleet.ts';
import { FleetHeadline } from './fleet-headline.tsx';
import { FleetProblems, Strays } from './fleet-problems.tsx';
import { ImageTable } from './image-table.tsx';
import { JobTable } from './job-table.tsx';
import { SweptSessions } from './swept-sessions.tsx';
import { ThresholdTable } from './threshold-table.tsx';

/** The reports of many jobs: first what is left, then thresholds and images, then job by job. */
export function FleetPage({ fleet }: { readonly fleet: Fleet }) {
  return (
    <main>
      <FleetHeadline fleet={fleet} />
      <FleetProblems fleet={fleet} />
      <Strays fleet={fleet} />
      <JobTable jobs={fleet.jobs} />
      <ThresholdTable thresholds={fleet.thresholds} />
      <ImageTable images={fleet.images} />
      <SweptSessions swept={fleet.swept} />
      <footer>
        <p>
          Written by <code>topo-gc report</code>, from the report that each job's drain wrote.
        </p>
      </footer>
    </main>
  );
}
