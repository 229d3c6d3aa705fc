import { describe, expect, test } from 'vitest';
import { fold } from '../../../../src/domain/ledger/fold.ts';
import { emptyLedger } from '../../../../src/domain/ledger/ledger.ts';
import {
  MOST_LIVES,
  reportTopologies,
  reportTopology,
} from '../../../../src/domain/report/report-topologies.ts';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const MINUTE = 60_000;
const CREATED = Date.parse('2026-11-24T10:00:00Z');

describe('before it was submitted', () => {
  test('it is in use since its first container was created, by the clock of this host', () => {
    const members = [
      madeMember('late', { createdAt: new Date(CREATED + MINUTE).toISOString() }),
      madeMember('first'),
      madeMember('old', { kind: 'volume', createdAt: '2020-01-01T00:00:00Z' }),
    ];
    const topology = madeTopology('lab', members, { submittedAt: CREATED + 5 * MINUTE });
    expect(reportTopology(topology, () => 2000, true).createdAt).toBe(CREATED - 2000);
  });

  test('a clock that is off makes nothing be created after its submission', () => {
    const topology = madeTopology('lab', [madeMember('a')], { submittedAt: CREATED - MINUTE });
    expect(reportTopology(topology, () => 0, true).createdAt).toBe(CREATED - MINUTE);
  });

  test('what has no container, or one without a time, is not known to have been in use', () => {
    const { createdAt: _, ...timeless } = madeMember('a');
    for (const member of [madeMember('n', { kind: 'network' }), timeless])
      expect(reportTopology(madeTopology('lab', [member]), () => 0, true)).not.toHaveProperty('createdAt');
  });

  test('the beginning of its lease is kept, also where members come later', () => {
    const ledger = emptyLedger();
    const topology = 'lab' as TopologyId;
    const lease = {
      id: topology,
      name: 'lab',
      leasedAt: 5,
      metadata: {},
      members: [],
      absent: [],
      selectors: [],
    };
    fold(ledger, { type: 'leased', at: 5, lease });
    for (const [at, id] of [
      [70, 'a'],
      [90, 'b'],
    ] as const)
      fold(ledger, {
        ...{ type: 'submitted', at, topology, name: 'lab', metadata: {}, tookMs: 1 },
        members: [{ kind: 'container', id, name: id }],
      });
    const [reported] = reportTopologies([...ledger.topologies.values()], () => 0);
    expect(reported).toMatchObject({ leasedAt: 5, submittedAt: 70, members: { containers: 2 } });
  });
});

describe('members', () => {
  test('are told with their image, their grace and their failure', () => {
    const member = madeMember('web', { image: 'nginx:1', graceMs: 3000, state: 'failed', error: 'busy' });
    const { lives } = reportTopology(madeTopology('lab', [member]), () => 0, true);
    expect(lives).toEqual([
      { kind: 'container', name: 'web', state: 'failed', image: 'nginx:1', graceMs: 3000, error: 'busy' },
    ]);
  });

  test('beyond so many in all they are not told, but where something failed or was killed', () => {
    const each = 100;
    const many = Array.from({ length: MOST_LIVES / each + 2 }, (_, at) =>
      madeTopology(
        `t${at}`,
        Array.from({ length: each }, (_, of) =>
          madeMember(`${at}-${of}`, at > MOST_LIVES / each ? NOTABLE : {}),
        ),
      ),
    );
    const reported = reportTopologies(many, () => 0);
    expect(reported.flatMap(({ lives = [] }) => lives)).toHaveLength(MOST_LIVES);
    expect(reported.at(-1)?.lives).toHaveLength(each);
    expect(reported.at(0)?.lives).toHaveLength(each);
    expect(reported.at(-2)).not.toHaveProperty('lives');
  });
});

const NOTABLE = { stoppingAt: 0, stoppedAt: 10_000, graceMs: 10_000 };
