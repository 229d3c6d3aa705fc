import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { listLines } from '../../../../src/cli/commands/list-command.ts';
import { describeStatus, watchLines } from '../../../../src/cli/status/status-view.ts';
import { seeEvent } from '../../../../src/cli/status/watch.ts';
import { displayWidth } from '../../../../src/cli/terminal/display-text.ts';
import { type Paint, unpainted } from '../../../../src/cli/terminal/paint.ts';
import { withDefaults } from '../../../../src/domain/settings.ts';
import type { TopologyAnswer } from '../../../../src/protocol/topology-body.ts';
import { STATUS } from '../../../fakes/fake-agent-service.ts';
import { madeReadings, madeSpace } from '../../../fakes/made-readings.ts';
import { keyOf, madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const HOSTILE = '日本語👩‍👩‍👧\x1b[2J\r\n\u202e'.repeat(9);

const pending: TopologyAnswer[] = Array.from({ length: 50 }, (_, at) => ({
  ...madeTopology(`t-${at}`, [madeMember('web'), madeMember('gone', { state: 'removed' })], {
    name: HOSTILE,
  }),
  state: 'submitted',
}));

const status = { ...STATUS, state: 'collecting', inputs: withDefaults({}) } as const;
const marked: Paint = (style, text) => `<${style}>${text}</${style}>`;

test.each([
  [200, 60],
  [80, 24],
  [40, 20],
  [20, 18],
])('what is watched fits into %i columns and %i rows, whatever the names', (columns, rows) => {
  const state = { status, pending, collection: { trigger: 'networks', removed: 25 } } as const;
  const lines = watchLines(state, unpainted, { columns, rows });
  expect(lines.length).toBeLessThanOrEqual(rows);
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
  expect(lines.join('')).toBe(stripVTControlCharacters(lines.join('')));
});

test('the collection under way is told with its trigger and how far it is', () => {
  const state = { status, pending, collection: { trigger: 'networks', removed: 50 } } as const;
  const lines = watchLines(state, unpainted, { columns: 80, rows: 24 });
  expect(lines).toContain('collecting (networks) ━━━━━━━━──────── 50 of 100 members removed');
  expect(lines.join('\n')).toMatch(/and \d+ more/);
});

test('a reading at its threshold is red, one below it is not', () => {
  const readings = madeReadings({ disk: [madeSpace(3), madeSpace(50, '/other')] });
  const lines = watchLines({ status: { ...status, readings }, pending: [] }, marked, {
    columns: 120,
    rows: 40,
  });
  expect(lines.find((line) => line.includes('disk /data'))).toContain('<red>');
  expect(lines.find((line) => line.includes('disk /other'))).not.toContain('<red>');
});

test('what has fired, what is filling up and how removals are paced is told', () => {
  const lines = describeStatus(status, unpainted);
  expect(lines).toContain(
    '  networks has fired, until at most 19 are left; pauses for 45s, as 2 in a row changed nothing',
  );
  expect(lines).toContain('  /data is full in 1m 30s at 1 MiB/s; collected for below 12s');
  expect(lines).toContain('  2 removals at once instead of 8, as the CPU is under pressure');
});

test('nothing is told of them where there is nothing', () => {
  const calm = { ...status, spent: [], ahead: { ...status.ahead, filling: [] }, removalsAtOnce: 8 };
  expect(describeStatus(calm, unpainted).join('\n')).not.toMatch(/fired|full in|at once/);
});

test('what is removed counts for the collection that was triggered last', () => {
  const removed = {
    type: 'removed',
    at: 1,
    topology: pending[0]?.id ?? ('' as never),
    member: keyOf('a'),
  } as const;
  const triggered = seeEvent(undefined, { type: 'triggered', at: 0, trigger: 'disk' });
  expect(seeEvent(seeEvent(triggered, removed), removed)).toEqual({ trigger: 'disk', removed: 2 });
});

test('a list is cut where there is a terminal, and only there', () => {
  const one = listLines(pending.slice(0, 1), unpainted, 80);
  expect(Math.max(...one.map(displayWidth))).toBeLessThanOrEqual(80);
  expect(listLines(pending.slice(0, 1), unpainted).join('\n')).not.toContain('…');
});

test('what is leased is told with the ends of what has a time to live, the soonest first', () => {
  const now = status.startedAt + status.uptimeMs;
  const end = (name: string, inMs: number) => ({ topology: name as never, name, endsAt: now + inMs });
  const leases = {
    topologies: 6,
    ending: [end('a', -1), end('b', 61_000), end('c', 3_600_000), end('d', 3_600_001)],
  };
  const [line = ''] = describeStatus({ ...status, leases }, unpainted).filter((each) => /leased/.test(each));
  expect(line.replaceAll(/until \S+/g, 'until T')).toBe(
    'leased: 6 topologies; a until T (now); b until T (in 1m 1s); c until T (in 1h); …',
  );
  expect(describeStatus(status, unpainted).join('\n')).not.toContain('leased');
});

test('a list says until when something is leased', () => {
  const leased = { ...madeTopology('lab', [madeMember('web')]), state: 'leased', leaseEndsAt: 0 } as const;
  expect(listLines([leased], unpainted).at(-1)).toContain('leased until 1970-01-01T00:00:00.000Z');
});
