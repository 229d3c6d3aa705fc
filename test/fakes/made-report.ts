import { emptyLedger } from '../../src/domain/ledger/ledger.ts';
import type { CollectionRecord } from '../../src/domain/removal/collection.ts';
import { buildReport, type Report } from '../../src/domain/report/report.ts';
import type { ReportedTopology } from '../../src/domain/report/reported-topology.ts';
import type { TopologyId } from '../../src/domain/topology/topology.ts';
import { SESSION } from './fake-agent-service.ts';
import { madeReadings } from './made-readings.ts';

/** A report of nothing, but for what is said. */
export const madeReport = (rest: Partial<Report> = {}): Report => ({
  ...buildReport({ ...emptyLedger(), session: SESSION }, { endedAt: 60_000, inputs: { reclaim: 'all' } }),
  ...rest,
});

/** A topology of four containers and a network, which took 2 s to stop and was removed after 20 s. */
export const reportedTopology = (name: string, rest: Partial<ReportedTopology> = {}): ReportedTopology => ({
  id: name as TopologyId,
  name,
  state: 'removed',
  submittedAt: 1000,
  stoppedAt: 3000,
  removedAt: 21_000,
  members: { containers: 4, networks: 1, volumes: 0 },
  ignoredStop: [],
  absent: [],
  kept: [],
  logs: [],
  ...rest,
});

/** A collection of one topology, which took 1.5 s. */
export const madeCollection = (rest: Partial<CollectionRecord> = {}): CollectionRecord => ({
  id: 1,
  trigger: 'networks',
  reason: '26 networks on the engine, threshold 24',
  startedAt: 20_000,
  endedAt: 21_500,
  topologies: ['lab' as TopologyId],
  before: madeReadings({ containers: 4, networks: 26 }),
  after: madeReadings({ containers: 0, networks: 25 }),
  removed: { containers: 4, networks: 1, volumes: 0 },
  failed: 0,
  ...rest,
});

/** Names that would do harm where they are not taken for text. */
export const HOSTILE = [
  'a|b',
  '`code`',
  '``` fence',
  '<img src=x onerror=alert(1)>',
  '</details></summary>',
  '<!-- comment',
  'two\nlines',
  'carriage\r\nreturn',
  '\n::error::not an error',
  '## heading',
  '| --- |',
  '[link](https://example.com)',
  '![image](https://example.com/x.png)',
  '**bold** _it_ ~~no~~',
  '@someone #1 $x$',
  '&lt;script&gt;',
  '\u001b[31mred\u0007',
  '\u2028separator',
  '',
  ' ',
] as const;
