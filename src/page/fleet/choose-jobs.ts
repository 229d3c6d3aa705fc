import { type FleetJob, leftNothing } from '../../domain/fleet/fleet-job.ts';

/** The orders in which jobs can be shown. */
export const JOB_ORDERS = {
  problems: 'Problems first',
  name: 'By name',
  ended: 'Last ended first',
  drain: 'Slowest drain',
  saved: 'Most time saved',
  closest: 'Closest to a threshold',
} as const;

export type JobOrder = keyof typeof JOB_ORDERS;

const problems = (job: FleetJob): number =>
  (leftNothing(job) ? 0 : 4) + (job.leaks > 0 ? 2 : 0) + (job.strays + job.rejected > 0 ? 1 : 0);

const COMPARE: Readonly<Record<JobOrder, (a: FleetJob, b: FleetJob) => number>> = {
  problems: (a, b) => problems(b) - problems(a) || b.leaks - a.leaks || b.strays - a.strays,
  name: (a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }),
  ended: (a, b) => b.endedAt - a.endedAt,
  drain: (a, b) => b.drainMs - a.drainMs,
  saved: (a, b) => b.savedMs - a.savedMs,
  closest: (a, b) => (b.closest?.closeness ?? -1) - (a.closest?.closeness ?? -1),
};

/** The jobs whose name, file, session or engine contain each of the words, in that order. */
export function chooseJobs(all: readonly FleetJob[], query: string, order: JobOrder): FleetJob[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return all
    .filter(({ name, file, session, engineId }) => {
      const words = [name, file, session, engineId].join('\n').toLowerCase();
      return wanted.every((word) => words.includes(word));
    })
    .sort(COMPARE[order]);
}
