import { addCounts, type MemberCounts, NO_MEMBERS } from '../removal/collection.ts';
import type { Report } from '../report/report.ts';
import { isSwept, type SweptSession } from '../report/swept.ts';
import { type FleetImages, ImageTally } from './fleet-images.ts';
import { type FleetJob, isClean, jobOf, leftNothing } from './fleet-job.ts';
import { type FleetThreshold, ThresholdTally } from './fleet-thresholds.ts';
import { type LeftByCause, LeftTally } from './left-by-cause.ts';

/**
 * The reports of many jobs as one: what `topo-gc report --json` writes, and what its page shows. Durations in ms, times in ms
 * since the epoch.
 */
export interface Fleet {
  readonly version: 1;
  /** Jobs of which it is not known that they left nothing come first, then jobs with strays, then the others. */
  readonly jobs: readonly FleetJob[];
  /** Jobs that were expected and have no report. */
  readonly missing: number;
  readonly totals: FleetTotals;
  /** The members that are left, by cause. */
  readonly left: readonly LeftByCause[];
  readonly thresholds: readonly FleetThreshold[];
  readonly images: FleetImages;
  /** The sessions of dead agents on the hosts of these jobs. */
  readonly swept: FleetSwept;
}

/** The sums over all jobs. */
export interface FleetTotals {
  readonly jobs: number;
  /** Jobs that are known to have left nothing, no stray either. */
  readonly clean: number;
  readonly leaking: number;
  readonly unconfirmed: number;
  readonly unfinished: number;
  readonly leaks: number;
  readonly strays: number;
  readonly rejected: number;
  readonly topologies: number;
  readonly collections: number;
  readonly removed: MemberCounts;
  readonly savedMs: number;
  readonly submissionMs: number;
  readonly drainMs: number;
}

/** The sessions of dead agents that jobs swept. */
export interface FleetSwept {
  readonly sessions: number;
  /** Sessions of which something is left, or of which that is unknown; `left` has the first of them. */
  readonly notSwept: number;
  readonly left: readonly SweptByJob[];
}

/** The session of a dead agent of which something is left, or of which that is unknown. */
export interface SweptByJob {
  /** The job that swept it. */
  readonly job: string;
  readonly swept: SweptSession;
}

/** The most sessions of dead agents that are listed. */
const MOST_SWEPT = 200;

const sum = (jobs: readonly FleetJob[], amount: (job: FleetJob) => number): number =>
  jobs.reduce((total, job) => total + amount(job), 0);

const totalsOf = (jobs: readonly FleetJob[]): FleetTotals => ({
  jobs: jobs.length,
  clean: jobs.filter(isClean).length,
  leaking: jobs.filter(({ leaks }) => leaks > 0).length,
  unconfirmed: jobs.filter(({ unconfirmed }) => unconfirmed !== undefined).length,
  unfinished: jobs.filter(({ unfinished }) => unfinished > 0).length,
  leaks: sum(jobs, ({ leaks }) => leaks),
  strays: sum(jobs, ({ strays }) => strays),
  rejected: sum(jobs, ({ rejected }) => rejected),
  topologies: sum(jobs, ({ topologies }) => topologies),
  collections: sum(jobs, ({ collections }) => collections),
  removed: jobs.reduce((total, { removed }) => addCounts(total, removed), NO_MEMBERS),
  savedMs: sum(jobs, ({ savedMs }) => savedMs),
  submissionMs: sum(jobs, ({ submissionMs }) => submissionMs),
  drainMs: sum(jobs, ({ drainMs }) => drainMs),
});

/** The higher, the earlier in the list of jobs. */
const weight = (job: FleetJob): number => (leftNothing(job) ? (job.strays > 0 ? 1 : 0) : 2);

/** Whether it is known that no job left anything. Strays do not count: they may belong to other jobs. */
export const isFleetSound = ({ jobs, missing }: Pick<Fleet, 'jobs' | 'missing'>): boolean =>
  missing === 0 && jobs.every(leftNothing);

/** Merges reports one by one, and keeps of each no more than its figures. */
export class FleetTally {
  readonly #jobs: FleetJob[] = [];
  readonly #left = new LeftTally();
  readonly #thresholds = new ThresholdTally();
  readonly #images = new ImageTally();
  readonly #sweptLeft: SweptByJob[] = [];
  #sessions = 0;

  /** @param of the job's name, and the path of its report */
  add(of: Pick<FleetJob, 'name' | 'file'>, report: Report): void {
    this.#jobs.push(jobOf(of, report));
    this.#left.add(of.name, report);
    this.#thresholds.add(of.name, report);
    this.#images.add(report);
    const { swept = [] } = report;
    this.#sessions += swept.length;
    for (const each of swept.filter((one) => !isSwept(one)))
      this.#sweptLeft.push({ job: of.name, swept: each });
  }

  /** @param expected the number of jobs that there were; jobs without a report are missing */
  result(expected = 0): Fleet {
    return {
      version: 1,
      jobs: [...this.#jobs].sort((a, b) => weight(b) - weight(a)),
      missing: Math.max(0, expected - this.#jobs.length),
      totals: totalsOf(this.#jobs),
      left: this.#left.list(),
      thresholds: this.#thresholds.list(),
      images: this.#images.result(),
      swept: {
        sessions: this.#sessions,
        notSwept: this.#sweptLeft.length,
        left: this.#sweptLeft.slice(0, MOST_SWEPT),
      },
    };
  }
}
