import { type Fleet, FleetTally } from '../../src/domain/fleet/fleet.ts';
import type { Report } from '../../src/domain/report/report.ts';
import type { TopologyId } from '../../src/domain/topology/topology.ts';
import { leakingLife, madeLife } from './made-life.ts';
import { madeReport, reportedTopology } from './made-report.ts';

/** The reports as one; each is of a session of its own, and has the name that it is given under. */
export function madeFleet(reports: Readonly<Record<string, Report>>, expected?: number): Fleet {
  const tally = new FleetTally();
  for (const [name, report] of Object.entries(reports))
    tally.add({ name, file: `${name}/report.json` }, report);
  return tally.result(expected);
}

/** With strays in the report's form, of which only a part is known. */
export const withStrays = (report: Report, members: readonly unknown[], rest = {}): Report =>
  ({ ...report, strays: { members, ...rest } }) as Report;

const life = madeLife({ count: 40, everyMs: 6_000, batch: 6 });

export const STRAY = { kind: 'volume', name: 'cache_7', createdAt: '2026-11-24T10:04:00.5Z' };

/** A job whose report was written while a topology was still stopping. */
export const UNFINISHED_REPORT = madeReport({
  topologies: [
    reportedTopology('over'),
    { ...reportedTopology('lab', { id: 'lab' as TopologyId }), state: 'stopping' },
  ],
});

/** Of a matrix: one job of each kind, and clean ones. */
export const MATRIX: Readonly<Record<string, Report>> = {
  'ubuntu 24.04': life,
  'debian 12': leakingLife(life),
  'debian 13': withStrays(madeLife({ count: 12, everyMs: 9_000, batch: 3 }), [STRAY]),
  'fedora 42': madeReport({ unconfirmed: 'connect ECONNREFUSED /var/run/docker.sock' }),
  'alpine 3.22': UNFINISHED_REPORT,
};
