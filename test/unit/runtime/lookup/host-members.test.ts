import { describe, expect, test } from 'vitest';
import { HostError } from '../../../../src/domain/ports.ts';
import { memberKey, type TopologyId } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import type { SubmissionFields } from '../../../fakes/made-submission.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const PATH = '/tmp/topology/docker/sw1';
const BEFORE = new Date(START - 60 * SECOND).toISOString();
const LAB: SubmissionFields = { containers: ['sw1'], netns: ['100'], paths: [PATH] };

/** A container with the pid 100, its link and its shared folder. */
function build(rig: AgentRig): void {
  rig.world.container('sw1', { pid: 100, stopMs: 5 * SECOND, graceMs: 60 * SECOND });
  rig.leftovers.make('netns', '100', { process: { pid: 100, isAlive: true } });
  rig.leftovers.make('path', PATH);
}

function expectUntouched(rig: AgentRig): void {
  expect(rig.agent.topologies()).toEqual([]);
  expect(rig.journal.events.map(({ type }) => type)).toEqual(['rejected']);
  expect(rig.script.asked('stop')).toEqual([]);
  expect(rig.leftovers.removed).toEqual([]);
}

describe('a topology with what it left on the host', () => {
  test('loses its links before the answer, and its paths once its containers are gone', async () => {
    using rig = new AgentRig();
    build(rig);
    const { topology } = await rig.submit('lab', LAB);
    expect(rig.journal.synced).toMatchObject([{ type: 'submitted' }]);
    expect(topology.members).toMatchObject([
      { name: 'sw1', state: 'stopping' },
      { kind: 'netns', name: '100', state: 'removed' },
      { kind: 'path', name: PATH, state: 'stopped' },
    ]);
    expect(rig.leftovers.names).toEqual([PATH]);
    expect(rig.elapsed).toBe(0);
    let wereThere: readonly string[] = [];
    rig.agent.subscribe((event) => {
      if (event.type === 'removing' && event.member === memberKey({ kind: 'path', id: PATH }))
        wereThere = rig.world.names;
    });
    expect(await rig.collect()).toMatchObject({
      removed: { containers: 1, networks: 0, volumes: 0, paths: 1 },
      failed: 0,
    });
    expect(wereThere).toEqual([]);
    expect(rig.leftovers.names).toEqual([]);
    const report = await rig.drain();
    expect(report.leaks).toEqual([]);
    expect(report.removed).toEqual({ containers: 1, networks: 0, volumes: 0, links: 1, paths: 1 });
    expect(report.topologies[0]?.members).toEqual(report.removed);
  });

  test('journals what tells its files from others of the same name, and no pid', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', LAB);
    expect(rig.journal.synced[0]).toMatchObject({
      members: [{ kind: 'container' }, { kind: 'netns', file: 'file-1' }, { kind: 'path', file: 'file-2' }],
    });
    expect(JSON.stringify(rig.journal.events)).not.toMatch(/"pid"|"process"|"isAlive"/);
  });

  test('is taken again under its id, by a client that did not get the answer', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', LAB);
    rig.leftovers.make('netns', '100', { process: { pid: 7, isAlive: true } });
    rig.leftovers.refuse('100', new HostError('refused', 'is of the next build'));
    await expect(rig.submit('lab', LAB)).rejects.toMatchObject({ code: 'refused' });
    rig.leftovers.heal();
    await rig.leftovers.remove(
      { kind: 'netns', id: '100', name: '100', file: 'file-3' },
      AbortSignal.any([]),
    );
    expect((await rig.submit('lab', LAB)).known).toBe(true);
    expect(rig.topology('lab').members).toHaveLength(3);
  });

  test('may be all of it', async () => {
    using rig = new AgentRig();
    rig.leftovers.make('path', PATH);
    await rig.submit('lab', { paths: [PATH, PATH, '/tmp/topology/tpyo'], netns: ['gone'] });
    expect(rig.states('lab')).toEqual({ [PATH]: 'stopped', '/tmp/topology/tpyo': 'absent', gone: 'absent' });
    expect((await rig.drain()).leaks).toEqual([]);
    expect(rig.leftovers.removed).toEqual([PATH]);
  });

  test('goes with its lease', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.processes.start(42);
    await rig.lease('lab', LAB, { pid: 42 });
    expect(rig.leftovers.removed).toEqual([]);
    rig.leftovers.make('path', PATH);
    await rig.drain({ final: true });
    expect(rig.leftovers.removed).toEqual(['100']);
    expect(rig.leftovers.names).toEqual([PATH]);
  });
});

test('what paths hold is looked through for less than a second, all of them together', async () => {
  using rig = new AgentRig();
  const paths = Array.from({ length: 40 }, (_, at) => `${PATH}-${at}`);
  for (const path of paths) {
    rig.leftovers.make('path', path);
    rig.leftovers.fill(path, 300);
  }
  await rig.submit('lab', { paths });
  expect(rig.elapsed).toBeLessThan(SECOND);
  expect(rig.leftovers.looked).toHaveLength(40);
  expect(rig.leftovers.looked.at(-1)).toBe(0);
});

describe('the whole submission is refused, and nothing of it taken', () => {
  test('each member that must not be removed is named, with those of the engine', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.world.container('old', { createdAt: BEFORE });
    rig.leftovers.make('netns', 'foreign', { process: { pid: 200, isAlive: true } });
    rig.leftovers.make('path', '/tmp/topology/old', { createdAt: BEFORE });
    rig.leftovers.refuse('/etc/x', new HostError('refused', 'is not below /tmp/topology (path-roots)'));
    const submission = rig.submit('lab', {
      containers: ['sw1', 'old'],
      netns: ['100', 'foreign'],
      paths: ['/etc/x', PATH, '/tmp/topology/old'],
    });
    await expect(submission).rejects.toMatchObject({
      code: 'refused',
      faults: [
        {
          field: 'netns[1]',
          value: 'foreign',
          detail: "netns foreign: points to the process 200, which is none of the submission's containers",
        },
        { field: 'paths[0]', detail: 'path /etc/x: is not below /tmp/topology (path-roots)' },
        { field: 'containers[1]' },
        {
          field: 'paths[2]',
          detail: expect.stringMatching(/^path \/tmp\/topology\/old was made at .*, before/),
        },
      ],
    });
    expectUntouched(rig);
    expect(rig.world.isRunning('sw1')).toBe(true);
  });

  test('a link of a container that is not of the submission', async () => {
    using rig = new AgentRig();
    build(rig);
    await expect(rig.submit('lab', { netns: ['100'] })).rejects.toMatchObject({ code: 'refused' });
    expectUntouched(rig);
  });

  test('a path that overlaps with what another agent holds', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.held.set(memberKey({ kind: 'path', id: `${PATH}/below` }), 's2');
    await expect(rig.submit('lab', LAB)).rejects.toMatchObject({
      faults: [{ field: 'paths[0]', detail: `path ${PATH} is held by another agent, of the session s2` }],
    });
    expectUntouched(rig);
  });

  test('a path older than the session only where protect is on', async () => {
    using rig = new AgentRig({ inputs: { protect: 'false' } });
    rig.leftovers.make('path', PATH, { createdAt: BEFORE });
    await rig.submit('lab', { paths: [PATH] });
    await rig.drain();
    expect(rig.leftovers.removed).toEqual([PATH]);
  });
});

test('a link of a process that is gone needs no container', async () => {
  using rig = new AgentRig();
  rig.leftovers.make('netns', '100', { createdAt: BEFORE, process: { pid: 100, isAlive: false } });
  await rig.submit('lab', { netns: ['100'] });
  expect(rig.leftovers.removed).toEqual(['100']);
});

test('what was made after a submission was spooled is somebody else’s', async () => {
  using rig = new AgentRig();
  build(rig);
  await rig.time.pass(SECOND);
  rig.leftovers.make('netns', '100', { process: { pid: 7, isAlive: true } });
  rig.leftovers.make('path', PATH);
  await rig.submit('lab', { ...LAB, submittedAt: START + 1 });
  expect(rig.states('lab')).toEqual({ sw1: 'stopping', '100': 'absent', [PATH]: 'absent' });
  await rig.drain();
  expect(rig.leftovers.removed).toEqual([]);
});

describe('what can not be removed', () => {
  const full = new HostError('failed', 'etc/kept: device or resource busy');

  test('is tried again by each collection, and stops nothing else', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', { containers: ['sw1'], paths: [PATH] });
    rig.leftovers.refuse(PATH, full);
    expect(await rig.collect()).toMatchObject({ removed: { containers: 1 }, failed: 1 });
    expect(rig.states('lab')).toEqual({ sw1: 'removed', '100': 'removed', [PATH]: 'failed' });
    rig.leftovers.heal();
    expect(await rig.collect()).toMatchObject({ removed: { paths: 1 }, failed: 0 });
  });

  test('is a leak, in the words of the host', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', { containers: ['sw1'], paths: [PATH] });
    rig.leftovers.refuse(PATH, full);
    expect((await rig.drain()).leaks).toEqual([
      {
        topology: 'lab',
        kind: 'path',
        id: PATH,
        name: PATH,
        cause: 'failed',
        reason: 'etc/kept: device or resource busy',
      },
    ]);
  });

  test('and has gone by itself before the end of the drain is no leak', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', { containers: ['sw1'], paths: [PATH] });
    rig.leftovers.refuse(PATH, full);
    await rig.collect();
    rig.leftovers.make('path', PATH);
    expect((await rig.drain()).leaks).toEqual([]);
    expect(rig.states('lab')).toEqual({ sw1: 'removed', '100': 'removed', [PATH]: 'removed' });
  });

  test('a link that hangs holds an answer up for a second, and a drain until its time is up', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.leftovers.hang('100');
    await rig.submit('lab', LAB);
    expect(rig.elapsed).toBe(SECOND);
    expect(rig.states('lab')).toMatchObject({ sw1: 'stopping', '100': 'removing' });
    const { leaks } = await rig.drain({ budgetMs: 20 * SECOND });
    expect(leaks).toMatchObject([{ kind: 'netns', name: '100' }]);
    expect(rig.elapsed).toBeLessThanOrEqual(21 * SECOND);
  });

  test('is a leak too where it counts as removed and is there all the same', async () => {
    using rig = new AgentRig();
    const { file } = rig.leftovers.make('path', PATH);
    await rig.submit('lab', { paths: [PATH] });
    await rig.collect();
    rig.leftovers.restore({ kind: 'path', id: PATH, name: PATH, file });
    expect((await rig.drain()).leaks).toMatchObject([
      { kind: 'path', name: PATH, reason: 'is still there after its removal' },
    ]);
  });
});

test('a successor removes the links that its predecessor did not get to', async () => {
  using first = new AgentRig();
  build(first);
  first.leftovers.hang('100');
  await first.submit('lab', LAB);
  using rig = new AgentRig({ events: first.journal.events });
  build(rig);
  rig.agent.start();
  await rig.time.pass(0);
  expect(rig.leftovers.removed).toEqual(['100']);
  expect(rig.agent.topology('lab' as TopologyId)?.members[1]?.state).toBe('removed');
});
