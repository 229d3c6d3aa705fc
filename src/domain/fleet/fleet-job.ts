import { measureFor } from '../measures/measures.ts';
import type { MemberCounts, Trigger } from '../removal/collection.ts';
import { pressureFigures } from '../report/pressure-figures.ts';
import { type Report, savedMs } from '../report/report.ts';
import type { MemberState } from '../topology/topology.ts';
import { countStrays, straysOf } from './reported-strays.ts';

/** One report as a row of a fleet. Durations in ms, times in ms since the epoch. */
export interface FleetJob {
  /** The file's path, without the parts that all files have in common. */
  readonly name: string;
  /** The path of its report, as given. */
  readonly file: string;
  readonly session: string;
  /** `/info` `ID`. */
  readonly engineId: string;
  readonly endedAt: number;
  readonly topologies: number;
  readonly collections: number;
  readonly removed: MemberCounts;
  readonly leaks: number;
  readonly strays: number;
  /** The strays failed the job, as its input `strays` asked for. */
  readonly failedByStrays: boolean;
  /** Why it is not known whether anything is left; absent if it is known. */
  readonly unconfirmed?: string;
  /** Topologies that were neither removed nor reported as leaks: the report was written before the job was over. */
  readonly unfinished: number;
  /** Hand-overs that were not taken as they were. */
  readonly rejected: number;
  readonly savedMs: number;
  readonly submissionMs: number;
  readonly drainMs: number;
  /** Collections that a threshold began. */
  readonly fired: number;
  /** The threshold that its readings came closest to, and how close: 1 if they reached it. Absent if there was none. */
  readonly closest?: { readonly trigger: Trigger; readonly closeness: number };
}

/** A topology that needs nothing more. */
const OVER: ReadonlySet<MemberState> = new Set(['removed', 'dropped', 'absent']);

function unfinishedIn({ topologies, leaks }: Report): number {
  const leaking = new Set(leaks.map(({ topology }) => topology));
  return topologies.filter(({ id, state }) => !OVER.has(state) && !leaking.has(id)).length;
}

export function jobOf({ name, file }: Pick<FleetJob, 'name' | 'file'>, report: Report): FleetJob {
  const { session, earlier, unconfirmed } = report;
  const { fired, closest } = pressureFigures(report);
  const strays = straysOf(report);
  return {
    name,
    file,
    session: session.id,
    engineId: session.engineId,
    endedAt: report.endedAt,
    topologies: earlier.topologies + report.topologies.length,
    collections: earlier.collections + report.collections.length,
    removed: report.removed,
    leaks: report.leaks.length,
    strays: countStrays(strays),
    failedByStrays: strays.isFailure,
    ...(unconfirmed !== undefined && { unconfirmed }),
    unfinished: unfinishedIn(report),
    rejected: report.rejected.length,
    savedMs: savedMs(report),
    submissionMs: report.submissionMs,
    drainMs: report.drainMs,
    fired: fired.reduce((sum, { times }) => sum + times, 0),
    ...(closest !== undefined && {
      closest: { trigger: measureFor(closest.measure).trigger, closeness: closest.closeness },
    }),
  };
}

type Ending = Pick<FleetJob, 'leaks' | 'unconfirmed' | 'unfinished' | 'failedByStrays'>;

/**
 * Whether it is known that the job left nothing. Strays count only if they failed the job: otherwise they may belong to
 * another job.
 */
export const leftNothing = ({ leaks, unconfirmed, unfinished, failedByStrays }: Ending): boolean =>
  leaks === 0 && unconfirmed === undefined && unfinished === 0 && !failedByStrays;

/** Whether there is nothing to say about what the job left. */
export const isClean = (job: FleetJob): boolean => leftNothing(job) && job.strays === 0;
