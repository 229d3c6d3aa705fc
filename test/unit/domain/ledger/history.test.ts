import { expect, test } from 'vitest';
import { forget, REMEMBERED } from '../../../../src/domain/ledger/forget.ts';
import { NO_HISTORY } from '../../../../src/domain/ledger/history.ts';
import { emptyLedger, type Ledger } from '../../../../src/domain/ledger/ledger.ts';
import { buildReport, type Report } from '../../../../src/domain/report/report.ts';
import type { MemberState, TopologyId } from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

/** A ledger of so many topologies, the oldest first; one in ten is still pending. */
function ledgerOf(count: number, isPending: (at: number) => boolean): Ledger {
  const ledger = emptyLedger();
  ledger.session = { id: 's', startedAt: '2026-11-24T10:00:00Z', engineId: 'e' };
  for (let at = 0; at < count; at++) {
    const state: MemberState = isPending(at) ? 'stopped' : 'removed';
    const times = {
      stoppingAt: at,
      stoppedAt: at + 1,
      ...(state === 'removed' && { removingAt: at + 1, removedAt: at + 2 }),
    };
    const topology = madeTopology(`t${at}`, [madeMember(`c${at}`, { state, ...times })]);
    ledger.topologies.set(topology.id, topology);
    if (isPending(at)) ledger.pending.add(topology.id);
  }
  return ledger;
}

const reportOf = (ledger: Ledger): Report => buildReport(ledger, { endedAt: 0, inputs: {} });

test('up to twice what is remembered, nothing is forgotten', () => {
  const ledger = ledgerOf(2 * REMEMBERED - 1, () => false);
  forget(ledger);
  expect(ledger.topologies.size).toBe(2 * REMEMBERED - 1);
  expect(ledger.history).toEqual(NO_HISTORY);
});

test('the oldest that are removed are forgotten, never one that is pending', () => {
  const ledger = ledgerOf(5 * REMEMBERED, (at) => at % 10 === 0);
  const pending = [...ledger.pending];
  forget(ledger);
  expect(ledger.topologies.size - ledger.pending.size).toBe(REMEMBERED);
  expect([...ledger.topologies.keys()]).toEqual(expect.arrayContaining(pending));
  expect(ledger.topologies.has('t1' as TopologyId)).toBe(false);
  expect(ledger.topologies.has(`t${5 * REMEMBERED - 1}` as TopologyId)).toBe(true);
});

test('the totals of the report stay what they were', () => {
  const ledger = ledgerOf(3 * REMEMBERED, (at) => at % 10 === 0);
  const before = reportOf(ledger);
  forget(ledger);
  const after = reportOf(ledger);
  expect(after.removed).toEqual(before.removed);
  expect(after.earlier.topologies + after.topologies.length).toBe(before.topologies.length);
  // Where one forgotten overlaps one that is not, the same time may count twice: at most one removal.
  expect(after.oneByOneMs - before.oneByOneMs).toBeGreaterThanOrEqual(0);
  expect(after.oneByOneMs - before.oneByOneMs).toBeLessThanOrEqual(2);
});

test('of collections the last are remembered, and all are counted', () => {
  const ledger = emptyLedger();
  for (let id = 1; id <= 2 * REMEMBERED; id++) ledger.collections.push({ id } as never);
  forget(ledger);
  expect(ledger.collections).toHaveLength(REMEMBERED);
  expect(ledger.collections.at(-1)).toEqual({ id: 2 * REMEMBERED });
  expect(ledger.history.collections).toBe(REMEMBERED);
});
