import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../../../src/domain/ledger/journal-events.ts';
import { hostMoment } from '../../../../../src/domain/moment.ts';
import type { TopologyId } from '../../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../../fakes/agent-rig.ts';
import { madeSubmission } from '../../../../fakes/made-submission.ts';
import { START } from '../../../../fakes/virtual-time.ts';

const SECOND = 1000;
const OWNER = { pid: 42 };
const MOVES = { createdAtMoves: true };
const GONE = { type: 'gone', kind: 'volume', id: 'data' } as const;

/** Somebody removes the volume, and somebody else makes one of its name, which no time tells apart. */
function makeAnew(rig: AgentRig): void {
  const { createdAt = '', createdAtMoves = false } = rig.world.look('volume', 'data') ?? {};
  rig.world.delete('volume', 'data');
  rig.engine.news.tell(GONE);
  rig.world.volume('data', { createdAt, createdAtMoves });
}

function start(): AgentRig {
  const rig = new AgentRig({ guarded: { containers: [], networks: [], volumes: [] } });
  rig.processes.start(42);
  rig.world.volume('data', MOVES);
  rig.world.container('a');
  rig.agent.start();
  return rig;
}

describe('a volume that is made anew is somebody else’s', () => {
  test('while it is leased', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'], volumes: ['data'] }, OWNER);
    makeAnew(rig);
    await rig.time.pass(SECOND);
    rig.processes.end(42);
    await rig.time.pass(2 * SECOND);
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1, volumes: 0 } });
    expect(rig.world.names).toEqual(['data']);
  });

  test.each(['submit', 'lease'] as const)('while the rest of a topology is looked up: %s', async (way) => {
    using rig = start();
    rig.script.before('find', () => rig.time.sleep(5 * SECOND), { of: 'a' });
    const fields = { containers: ['a'], volumes: ['data'] };
    const taken = way === 'submit' ? rig.submit('lab', fields) : rig.lease('lab', fields, OWNER);
    await rig.time.pass(SECOND);
    makeAnew(rig);
    await rig.time.pass(10 * SECOND);
    await taken;
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1 } });
    expect(rig.world.names).toEqual(['data']);
  });

  test('and is taken where it is handed over anew, under the id of what it was', async () => {
    using rig = start();
    await rig.submit('lab', { containers: ['a'], volumes: ['data'] });
    makeAnew(rig);
    await rig.time.pass(SECOND);
    await rig.submit('lab', { volumes: ['data'] });
    expect(await rig.drain({ final: true })).toMatchObject({ leaks: [] });
    expect(rig.world.names).toEqual([]);
  });

  test('which under the id of what is removed is refused', async () => {
    using rig = start();
    await rig.submit('lab', { volumes: ['data'] });
    await rig.collect();
    rig.world.volume('data', MOVES);
    await expect(rig.submit('lab', { volumes: ['data'] })).rejects.toMatchObject({ code: 'already-removed' });
  });
});

test('a volume made anew under the name of one that was there before the session is the session’s own', async () => {
  using rig = new AgentRig({ guarded: { containers: [], networks: [], volumes: ['data'] } });
  rig.world.volume('data', MOVES);
  rig.agent.start();
  await expect(rig.submit('lab', { volumes: ['data'] })).rejects.toMatchObject({ code: 'refused' });
  makeAnew(rig);
  await rig.time.pass(SECOND);
  await rig.submit('lab', { volumes: ['data'] });
  expect(await rig.drain({ final: true })).toMatchObject({ removed: { volumes: 1 }, leaks: [] });
});

test('a volume of which an engine tells once more that it is made, as when it is mounted, is no younger', async () => {
  using rig = new AgentRig({ guarded: { containers: [], networks: [], volumes: [] } });
  rig.agent.start();
  const labels = { suite: 'vlan' };
  rig.world.volume('data', { ...MOVES, labels });
  tellMade(rig, 0);
  await rig.time.pass(2 * SECOND);
  tellMade(rig, 2 * SECOND);
  await rig.time.pass(SECOND);
  const submission = madeSubmission('lab', { volumes: ['data'], submittedAt: START + SECOND });
  rig.spool.leave({ file: 'lab.json', submission });
  expect(await rig.drain({ final: true })).toMatchObject({ removed: { volumes: 1 }, leaks: [] });
});

function tellMade(rig: AgentRig, ms: number): void {
  const at = { clock: 'engine', earliest: START + ms, latest: START + ms } as const;
  rig.engine.news.tell({ type: 'came', kind: 'volume', id: 'data', at });
}

test.each([
  ['is a leak of the job itself', 'recovery', 1],
  ['is left by a sweep, which tells it', 'sweep', 0],
] as const)('a volume of which nobody can say whose it is by now %s', async (_, trigger, leaks) => {
  const at = (ms: number) => new Date(START + ms).toISOString();
  const taken = { kind: 'volume', id: 'data', name: 'data', createdAt: at(0), createdAtMoves: true } as const;
  const submitted: JournalEvent = {
    ...{ type: 'submitted', at: START, topology: 'lab' as TopologyId, name: 'lab' },
    ...{ metadata: {}, members: [taken], tookMs: 0 },
  };
  using rig = new AgentRig({
    events: [submitted],
    predecessor: { lastAlive: hostMoment(START), isJobOver: trigger === 'sweep' },
  });
  rig.world.volume('data', { createdAt: at(60_000) });
  const report = await rig.time.until(rig.agent.drain({ final: true, trigger, onProgress: () => {} }));
  expect(report.leaks).toHaveLength(leaks);
  expect(rig.world.names).toEqual(['data']);
  if (leaks === 0)
    expect(report.topologies).toMatchObject([
      { kept: [], unsure: [{ name: 'data', why: expect.stringMatching(/it is not known whose it is/) }] },
    ]);
});
