import type { ReportedTopology } from '../../domain/report/reported-topology.ts';

const MOST = 5;

interface SlowTopology {
  readonly name: string;
  readonly counts: ReportedTopology['members'];
  readonly stopMs: number;
}

/** The topologies whose members took longest to stop, the slowest first; at most five. */
export const slowestToStop = (all: readonly ReportedTopology[]): SlowTopology[] =>
  all
    .flatMap(({ name, members: counts, submittedAt, stoppedAt }) =>
      stoppedAt === undefined ? [] : [{ name, counts, stopMs: stoppedAt - submittedAt }],
    )
    .sort((a, b) => b.stopMs - a.stopMs)
    .slice(0, MOST);
