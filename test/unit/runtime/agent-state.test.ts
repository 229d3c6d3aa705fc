import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/ledger/journal-events.ts';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { AgentState } from '../../../src/runtime/agent-state.ts';
import { keyOf } from '../../fakes/made-topology.ts';
import { MemoryJournal } from '../../fakes/memory-journal.ts';
import { MemoryLog } from '../../fakes/memory-log.ts';

const LAB = 'lab' as TopologyId;

const SUBMITTED: JournalEvent = {
  type: 'submitted',
  at: 1,
  topology: LAB,
  name: 'lab',
  metadata: {},
  members: [{ kind: 'container', id: 'id-of-a', name: 'a' }],
  tookMs: 2,
};

const about = (type: 'stopping' | 'stopped' | 'removed'): JournalEvent => ({
  type,
  at: 5,
  topology: LAB,
  member: keyOf('a'),
});

function madeState() {
  const [journal, log] = [new MemoryJournal(), new MemoryLog()];
  const state = new AgentState({ journal, log });
  const heard: JournalEvent[] = [];
  const unsubscribe = state.subscribe((event) => heard.push(event));
  return { journal, log, state, heard, unsubscribe };
}

test('an event that has to be on disk counts only once it is', async () => {
  const { journal, state, heard } = madeState();
  const { promise, resolve } = Promise.withResolvers<void>();
  journal.held = promise;
  const recorded = state.recordSynced(SUBMITTED);
  await turn();
  expect(state.ledger.topologies.size).toBe(0);
  expect(heard).toEqual([]);
  resolve();
  await recorded;
  expect(state.ledger.topologies.has(LAB)).toBe(true);
  expect(journal.synced).toEqual([SUBMITTED]);
  expect(heard).toEqual([SUBMITTED]);
});

test('what can not be put on disk is not taken, and the error says so', async () => {
  const { journal, state, heard } = madeState();
  journal.failure = new Error('ENOSPC');
  await expect(state.recordSynced(SUBMITTED)).rejects.toMatchObject({
    code: 'journal-failed',
    cause: expect.objectContaining({ message: 'ENOSPC' }),
  });
  expect(state.ledger.topologies.size).toBe(0);
  expect(heard).toEqual([]);
});

test('other events count at once; what a successor can find out by itself is told, and not written', async () => {
  const { journal, state, heard } = madeState();
  await state.recordSynced(SUBMITTED);
  for (const type of ['stopping', 'stopped', 'removed'] as const) state.record(about(type));
  expect(state.ledger.pending.size).toBe(0);
  expect(heard.map(({ type }) => type)).toEqual(['submitted', 'stopping', 'stopped', 'removed']);
  await turn();
  expect(journal.events.map(({ type }) => type)).toEqual(['submitted', 'stopped', 'removed']);
  expect(journal.synced).toEqual([SUBMITTED]);
});

test('removals go on where the journal can not be written, and that is said once', async () => {
  const { journal, log, state } = madeState();
  await state.recordSynced(SUBMITTED);
  journal.failure = new Error('ENOSPC');
  for (const type of ['stopped', 'removed'] as const) state.record(about(type));
  await turn();
  expect(state.ledger.pending.size).toBe(0);
  expect(log.lines).toEqual([expect.stringMatching(/^error: the journal could not be written/)]);
});

test('who does not listen any more hears nothing', async () => {
  const { state, heard, unsubscribe } = madeState();
  unsubscribe();
  await state.recordSynced(SUBMITTED);
  expect(heard).toEqual([]);
});
