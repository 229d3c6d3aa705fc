import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';
import { hostMoment } from '../../../../src/domain/moment.ts';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { madeSubmission, type SubmissionFields } from '../../../fakes/made-submission.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const OWNER = { pid: 42 };
const LABELS = { suite: 'vlan' };
const at = (ms: number) => new Date(START + ms).toISOString();

/** A lease in the journal of an agent that is dead, on a name and a label of which nothing was there yet. */
const leased: JournalEvent = {
  type: 'leased',
  at: START,
  lease: {
    id: 'lab' as TopologyId,
    name: 'lab',
    leasedAt: START,
    metadata: {},
    members: [],
    absent: [{ kind: 'container', ref: 'web', field: 'containers[0]', shared: false }],
    selectors: [{ label: 'suite=vlan', field: 'selectors[0]' }],
    owner: { ...OWNER, startTime: '100', pidNamespace: 'pid:[1]' },
  },
};

const predecessor = { lastAlive: hostMoment(START + 5 * SECOND, START + 6 * SECOND), isJobOver: true };

describe('what a dead agent’s lease names is taken as it was when that agent was last alive', () => {
  test.each([
    ['older', 4 * SECOND, ['labelled', 'web']],
    ['younger', 7 * SECOND, []],
  ])('%s', async (_, ms, taken) => {
    using rig = new AgentRig({ events: [leased], predecessor });
    rig.world.container('web', { createdAt: at(ms) });
    rig.world.container('labelled', { labels: LABELS, createdAt: at(ms) });
    await rig.time.pass(10 * SECOND);
    const draining = rig.agent.drain({ final: true, trigger: 'sweep', onProgress: () => {} });
    expect((await rig.time.until(draining)).leaks).toEqual([]);
    expect(rig.script.asked('stop').sort()).toEqual(taken);
  });

  test.each([
    ['is a leak that says so, where the job itself drains', 'recovery', 1],
    ['is told, where another job sweeps', 'sweep', 0],
  ] as const)('what can not be told is left, and %s', async (_, trigger, leaks) => {
    using rig = new AgentRig({
      events: [leased],
      predecessor: { ...predecessor, isJobOver: trigger === 'sweep' },
    });
    rig.world.container('web', { createdAt: at(5.5 * SECOND) });
    await rig.time.pass(10 * SECOND);
    const report = await rig.time.until(rig.agent.drain({ final: true, trigger, onProgress: () => {} }));
    expect(report.leaks.map(({ name }) => name)).toEqual(leaks === 0 ? [] : ['web']);
    expect(report.topologies).toMatchObject([
      {
        unsure: [
          { kind: 'container', name: 'web', why: expect.stringMatching(/it is not known whose it is/) },
        ],
      },
    ]);
    expect(rig.world.isRunning('web')).toBe(true);
  });
});

test('what came to a lease’s label after its owner was last seen is somebody else’s', async () => {
  using rig = new AgentRig();
  rig.processes.start(42);
  rig.agent.start();
  await rig.lease('lab', { labels: ['suite=vlan'] }, OWNER);
  await rig.time.pass(SECOND);
  rig.world.container('mine', { labels: LABELS });
  await rig.time.pass(SECOND);
  rig.processes.end(42);
  await rig.time.pass(50);
  rig.world.container('next', { labels: LABELS, createdAt: at(10 * SECOND) });
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop')).toEqual(['mine']);
});

describe('a spooled submission', () => {
  /** As a client left it a second after the session began. */
  function leave(rig: AgentRig, fields: SubmissionFields): void {
    const submission = madeSubmission('lab', { ...fields, submittedAt: START + SECOND });
    rig.spool.leave({ file: 'lab.json', submission });
  }

  test.each([
    ['that was there', 500, { removed: { volumes: 1 }, leaks: [] }],
    ['that was made anew since', 4 * SECOND, { removed: { volumes: 0 }, leaks: [] }],
  ])('takes the volume %s', async (_, ms, expected) => {
    using rig = new AgentRig();
    rig.world.volume('data', { createdAt: at(ms) });
    await rig.time.pass(10 * SECOND);
    leave(rig, { volumes: ['data'] });
    expect(await rig.drain({ final: true })).toMatchObject(expected);
  });

  test('leaves the volume of which whole seconds can not tell, and names it', async () => {
    using rig = new AgentRig();
    rig.world.volume('data', { createdAt: at(SECOND).replace('.000Z', 'Z') });
    await rig.time.pass(10 * SECOND);
    leave(rig, { volumes: ['data'] });
    expect((await rig.drain({ final: true })).leaks).toMatchObject([{ kind: 'volume', name: 'data' }]);
    expect(rig.world.names).toEqual(['data']);
  });

  test('takes it where one of its containers, which is older, has it mounted', async () => {
    using rig = new AgentRig();
    rig.world.volume('data', { createdAt: at(SECOND).replace('.000Z', 'Z') });
    rig.world.container('db', { createdAt: at(900), volumes: ['data'] });
    await rig.time.pass(10 * SECOND);
    leave(rig, { containers: ['db'], volumes: ['data'] });
    expect(await rig.drain({ final: true })).toMatchObject({
      removed: { containers: 1, volumes: 1 },
      leaks: [],
    });
  });
});

test('a volume that is removed and made anew in the same second is not the one that was submitted', async () => {
  using rig = new AgentRig();
  const volume = rig.world.volume('data');
  rig.agent.start();
  await rig.submit('lab', { volumes: ['data'] });
  rig.world.delete('volume', 'data');
  rig.engine.news.tell({ type: 'gone', kind: 'volume', id: 'data' });
  rig.world.volume('data', { createdAt: volume.createdAt ?? '' });
  await rig.time.pass(SECOND);
  const { known, topology } = await rig.submit('lab', {});
  expect({ known, members: topology.members }).toMatchObject({
    known: true,
    members: [{ state: 'removed' }],
  });
  await rig.collect();
  expect(rig.world.names).toEqual(['data']);
});

test('a lease on `data-2` that is extended by `data`, which comes later, takes both', async () => {
  using rig = new AgentRig();
  rig.processes.start(42);
  rig.agent.start();
  rig.world.volume('data-2');
  await rig.lease('lab', { volumes: ['data-2'] }, OWNER);
  await rig.lease('lab', { volumes: ['data'] }, OWNER);
  await rig.time.pass(SECOND);
  rig.world.volume('data');
  await rig.time.pass(3 * SECOND);
  expect(await rig.drain({ final: true })).toMatchObject({ removed: { volumes: 2 }, leaks: [] });
});

describe('thresholds are looked at whichever way a submission comes', () => {
  const inputs = { 'container-threshold': '1', 'poll-interval': '1h' };

  test('from the spool', async () => {
    using rig = new AgentRig({ inputs });
    rig.world.container('a');
    rig.agent.start();
    rig.spool.leave({
      file: 'lab.json',
      submission: madeSubmission('lab', { containers: ['a'], submittedAt: START }),
    });
    await rig.time.pass(30 * SECOND);
    expect(rig.stateOf('lab')).toBe('removed');
  });

  test('as a lease that has ended', async () => {
    using rig = new AgentRig({ inputs });
    rig.world.container('a');
    rig.processes.start(42);
    rig.agent.start();
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    rig.processes.end(42);
    await rig.time.pass(30 * SECOND);
    expect(rig.stateOf('lab')).toBe('removed');
  });
});
