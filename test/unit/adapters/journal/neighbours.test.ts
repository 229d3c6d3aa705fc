import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileJournal } from '../../../../src/adapters/journal/file-journal.ts';
import { JournalNeighbours } from '../../../../src/adapters/journal/neighbours.ts';
import { StateFolder } from '../../../../src/adapters/journal/state-folder.ts';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { keyOf } from '../../../fakes/made-topology.ts';
import { MemoryLog } from '../../../fakes/memory-log.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const AGENT = { startTime: '1', bootId: 'b', pidNamespace: 'pid:[1]', nonce: 'n' };

/** The pids of agents that are dead are over 1000. */
const agentLives = async (folder: StateFolder) => (folder.readAgent()?.pid ?? 1000) < 1000;

let temporary: TemporaryFolder;
let log: MemoryLog;

beforeEach(() => {
  temporary = new TemporaryFolder();
  log = new MemoryLog();
});
afterEach(() => temporary[Symbol.dispose]());

const submitted = (...names: readonly string[]): JournalEvent => ({
  type: 'submitted',
  at: 1,
  topology: 'lab' as TopologyId,
  name: 'lab',
  metadata: {},
  members: names.map((name) => ({ kind: 'container', id: `id-of-${name}`, name })),
  tookMs: 1,
});

const removed = (name: string): JournalEvent => ({
  type: 'removed',
  at: 2,
  topology: 'lab' as TopologyId,
  member: keyOf(name),
});

const leased = (name: string): JournalEvent => ({
  type: 'leased',
  at: 1,
  lease: {
    id: 'leased' as TopologyId,
    name: 'leased',
    leasedAt: 1,
    metadata: {},
    members: [{ kind: 'container', id: `id-of-${name}`, name }],
    absent: [],
    selectors: [],
  },
});

/** Another agent's state, with that in its journal. */
async function neighbour(
  session: string,
  pid: number,
  ...events: readonly JournalEvent[]
): Promise<FileJournal> {
  const folder = new StateFolder(temporary.file(session));
  folder.create();
  folder.writeAgent({ ...AGENT, pid });
  const journal = await FileJournal.create(folder.journal);
  for (const event of events) await journal.append(event, true);
  return journal;
}

const neighbours = () =>
  new JournalNeighbours({ own: new StateFolder(temporary.file('own')), agentLives, log });

test('what others hold is told with their session: pending and leased, not what is gone', async () => {
  await using journals = new AsyncDisposableStack();
  for (const journal of [
    await neighbour('own', 1, submitted('mine')),
    await neighbour('s1', 2, submitted('a', 'b'), removed('a')),
    await neighbour('s2', 3, leased('c')),
    await neighbour('dead', 4000, submitted('d')),
  ])
    journals.defer(() => journal.close());
  expect(await neighbours().held()).toEqual(
    new Map([
      [keyOf('b'), 's1'],
      [keyOf('c'), 's2'],
    ]),
  );
});

test('it is told as it is now', async () => {
  const journal = await neighbour('s1', 2);
  const known = neighbours();
  expect((await known.held()).size).toBe(0);
  await journal.append(submitted('a'), true);
  expect([...(await known.held()).keys()]).toEqual([keyOf('a')]);
  await journal.append(removed('a'), true);
  expect((await known.held()).size).toBe(0);
  await journal.close();
});

test('also where it has changed again within one tick of the file system’s clock', async () => {
  const journal = await neighbour('s1', 2, submitted('a'));
  const known = neighbours();
  const { journal: path } = new StateFolder(temporary.file('s1'));
  const tick = new Date();
  utimesSync(path, tick, tick);
  expect([...(await known.held()).keys()]).toEqual([keyOf('a')]);
  await journal.append(removed('a'), true);
  utimesSync(path, tick, tick);
  expect((await known.held()).size).toBe(0);
  await journal.close();
});

test('a neighbour of which it can not be known whether it lives holds up nothing', async () => {
  const journal = await neighbour('s1', 2, submitted('a'));
  const odd = new StateFolder(temporary.file('s2'));
  odd.create();
  writeFileSync(join(odd.path, 'agent.json'), 'null');
  const lives = async (folder: StateFolder) => {
    if (folder.session === 's2') throw new Error('EACCES');
    return agentLives(folder);
  };
  const known = new JournalNeighbours({
    own: new StateFolder(temporary.file('own')),
    agentLives: lives,
    log,
  });
  expect([...(await known.held()).keys()]).toEqual([keyOf('a')]);
  expect(log.lines).toEqual([expect.stringContaining(odd.path)]);
  expect(odd.readAgent()).toBeUndefined();
  await journal.close();
});

test('a journal that can not be read holds up nothing, and that is said', async () => {
  const journal = await neighbour('s1', 2, submitted('a'));
  new StateFolder(temporary.file('s2')).create();
  const broken = new StateFolder(temporary.file('s3'));
  broken.create();
  broken.writeAgent({ ...AGENT, pid: 5 });
  writeFileSync(broken.journal, 'topo-gc-journal 9\n');
  const known = neighbours();
  for (let asked = 0; asked < 3; asked++) expect([...(await known.held()).keys()]).toEqual([keyOf('a')]);
  expect(log.lines).toEqual([expect.stringContaining(`what a neighbour holds is not known: ${broken.path}`)]);
  await journal.close();
});

test('a dead one is asked about once, however many there are, until something begins to work for it', async () => {
  const PAST_S = 1_000_000;
  for (const session of ['tgc-1', 'tgc-2', 'tgc-3']) {
    await neighbour(session, 2000, submitted(session));
    utimesSync(temporary.file(session), PAST_S, PAST_S);
  }
  const asked: string[] = [];
  const watched = new JournalNeighbours({
    own: new StateFolder(temporary.file('own')),
    agentLives: (folder) => {
      asked.push(folder.session);
      return agentLives(folder);
    },
    log,
  });
  expect((await watched.held()).size).toBe(0);
  expect((await watched.held()).size).toBe(0);
  expect(asked.sort()).toEqual(['tgc-1', 'tgc-2', 'tgc-3']);
  new StateFolder(temporary.file('tgc-2')).writeAgent({ ...AGENT, pid: 1 });
  expect([...(await watched.held()).values()]).toEqual(['tgc-2']);
  expect(asked).toHaveLength(4);
});
