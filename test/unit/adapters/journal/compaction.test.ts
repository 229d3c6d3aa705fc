import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileJournal } from '../../../../src/adapters/journal/file-journal.ts';
import { readJournal } from '../../../../src/adapters/journal/journal-reading.ts';
import { fold } from '../../../../src/domain/ledger/fold.ts';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';
import { emptyLedger, type Ledger } from '../../../../src/domain/ledger/ledger.ts';
import { takeSnapshot } from '../../../../src/domain/ledger/ledger-snapshot.ts';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { AgentState } from '../../../../src/runtime/agent-state.ts';
import { keyOf } from '../../../fakes/made-topology.ts';
import { MemoryLog } from '../../../fakes/memory-log.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topo-gc-compaction-'));
  path = join(folder, 'journal');
});

afterEach(() => rmSync(folder, { recursive: true }));

const submitted = (topology: string): JournalEvent => ({
  type: 'submitted',
  at: 1,
  topology: topology as TopologyId,
  name: topology,
  metadata: {},
  members: [{ kind: 'container', id: `id-of-${topology}`, name: topology }],
  tookMs: 1,
});

const removed = (topology: string): JournalEvent => ({
  type: 'removed',
  at: 2,
  topology: topology as TopologyId,
  member: keyOf(topology),
});

function refold(events: readonly JournalEvent[]): Ledger {
  const ledger = emptyLedger();
  for (const event of events) fold(ledger, event);
  return ledger;
}

const snapshot = (ledger: Ledger): JournalEvent => ({
  type: 'snapshot',
  at: 3,
  snapshot: takeSnapshot(ledger),
});

test('what was appended before a new beginning is replaced by it, what comes after follows it', async () => {
  const journal = await FileJournal.create(path);
  const before = [submitted('a'), submitted('b'), removed('a')];
  const after = [removed('b'), submitted('c')];
  const ledger = refold(before);
  const written = [
    ...before.map((event) => journal.append(event, false)),
    journal.compact(snapshot(ledger)),
    ...after.map((event) => journal.append(event, true)),
  ];
  await Promise.all(written);
  await journal.close();
  const { events, damage } = await readJournal(path);
  expect(damage).toBeUndefined();
  expect(events).toEqual([snapshot(ledger), ...after]);
  expect(refold(events)).toEqual(refold([...before, ...after]));
  expect(readdirSync(folder)).toEqual(['journal']);
});

test('a compacted journal is gone on with like any other', async () => {
  const journal = await FileJournal.create(path);
  await journal.append(submitted('a'), true);
  await journal.compact(snapshot(refold([submitted('a')])));
  await journal.close();
  const { journal: again, events } = await FileJournal.reopen(path);
  await again.append(removed('a'), true);
  await again.close();
  expect(refold([...events, removed('a')])).toEqual(refold((await readJournal(path)).events));
});

test('where no file can be made beside it, a journal goes on as it was', async () => {
  const journal = await FileJournal.create(path);
  await journal.append(submitted('a'), true);
  // A folder in its place: opening a file of that name fails, also for root.
  const { mkdirSync } = await import('node:fs');
  mkdirSync(`${path}.new`);
  await expect(journal.compact(snapshot(emptyLedger()))).rejects.toThrow();
  await journal.append(removed('a'), true);
  await journal.close();
  expect((await readJournal(path)).events).toEqual([submitted('a'), removed('a')]);
});

test('a journal stays small, and true, over 100,000 topologies', { timeout: 60_000 }, async () => {
  const journal = await FileJournal.create(path);
  const state = new AgentState({ journal, log: new MemoryLog() });
  let largest = 0;
  for (let at = 0; at < 100_000; at++) {
    state.record(submitted(`topology-${at}`));
    if (at % 4 !== 0) state.record(removed(`topology-${at}`));
    if (at >= 100 && at % 4 === 0) state.record(removed(`topology-${at - 100}`));
    // Writes go on beside it, as they would between submissions.
    if (at % 100 === 0) await new Promise(setImmediate);
    if (at % 1000 === 0) state.record({ type: 'collected', at, collection: { id: at } as never });
    largest = Math.max(largest, journal.size);
  }
  await state.recordSynced(submitted('last'));
  await journal.close();
  expect(largest).toBeLessThan(16 * 1024 * 1024);
  expect(refold((await readJournal(path)).events)).toEqual(state.ledger);
});
