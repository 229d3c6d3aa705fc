import { expect, test } from 'vitest';
import { fold } from '../../../../../src/domain/ledger/fold.ts';
import { emptyLedger } from '../../../../../src/domain/ledger/ledger.ts';
import type { TopologyId } from '../../../../../src/domain/topology/topology.ts';
import { sortHolders } from '../../../../../src/runtime/removal/kinds/network-holders.ts';
import { keyOf, madeMember } from '../../../../fakes/made-topology.ts';

const LAB = 'lab' as TopologyId;

/** Of two containers that are handed over, `ended` has stopped. */
function ledgerOf() {
  const ledger = emptyLedger();
  const members = ['ended', 'ending'].map((name) => madeMember(name));
  fold(ledger, { type: 'submitted', at: 0, topology: LAB, name: LAB, metadata: {}, members, tookMs: 0 });
  fold(ledger, { type: 'stopped', at: 1, topology: LAB, member: keyOf('ended') });
  return ledger;
}

test('what has stopped is told from what nobody handed over; what is ending is neither', () => {
  const holders = ['ended', 'ending', 'stranger'].map((name) => ({ id: `id-of-${name}`, name }));
  const [ended, , stranger] = holders;
  expect(sortHolders(ledgerOf(), holders, [])).toEqual({ ours: [ended], others: [stranger] });
});

test('a network that is handed over too goes by itself: it is no stranger to its configuration, and nothing to disconnect', () => {
  const ledger = ledgerOf();
  const members = [madeMember('lan', { kind: 'network' })];
  const nets = 'nets' as TopologyId;
  fold(ledger, { type: 'submitted', at: 0, topology: nets, name: nets, metadata: {}, members, tookMs: 0 });
  const [{ id = '', name = '' } = {}] = members;
  const foreign = { id: 'id-of-foreign', name: 'foreign' };
  expect(sortHolders(ledger, [{ id, name }, foreign], [])).toEqual({ ours: [], others: [foreign] });
});

test('an endpoint under an id of its own is known by the name of its container', () => {
  const holders = ['ended', 'ending', 'stranger'].map((name) => ({ id: `ep-${name}`, name }));
  expect(sortHolders(ledgerOf(), holders, [])).toEqual({
    ours: [{ id: 'ended', name: 'ended' }],
    others: [{ id: 'stranger', name: 'stranger' }],
  });
});

test('a name alone is not enough: it may be somebody else’s by now', () => {
  const holder = { id: 'id-of-another', name: 'ended' };
  expect(sortHolders(ledgerOf(), [holder], [])).toEqual({ ours: [], others: [holder] });
});

test.each([
  ['its id', { id: 'f'.repeat(64), name: 'job' }, 'f'.repeat(64)],
  ['a prefix of it', { id: 'f'.repeat(64), name: 'job' }, 'f'.repeat(12)],
  ['its name, while it is ending', { id: 'ep-1', name: 'job' }, 'job'],
])('the job’s own container is ours, by %s', (_, holder, ref) => {
  const { ours, others } = sortHolders(ledgerOf(), [holder], [ref]);
  expect(ours.map(({ name }) => name)).toEqual(['job']);
  expect(others).toEqual([]);
});
