import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy, unreachable } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;
const LAB = 'lab' as TopologyId;
const OWNER = { pid: 42 };

/** An agent that runs, and a process that may own a lease on the container `a`. */
function start(): AgentRig {
  const rig = new AgentRig();
  rig.processes.start(42);
  rig.world.container('a');
  rig.agent.start();
  return rig;
}

describe('a lease is submitted', () => {
  test('when its owner is gone, with what has come to its names and labels since', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a', 'later'], labels: ['suite=vlan'] }, OWNER);
    rig.world.container('later');
    rig.world.container('labelled', { labels: { suite: 'vlan' } });
    rig.processes.end(42);
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop').sort()).toEqual(['a', 'labelled', 'later']);
    expect(rig.agent.pending()).toMatchObject([{ id: 'lab' }]);
  });

  test('when its owner’s pid was taken again', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    rig.processes.start(42, '200');
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('by a submission of its id, which need not name anything', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    const { topology } = await rig.submit('lab', {});
    expect(topology.members).toMatchObject([{ name: 'a' }]);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('with the networks that its containers have joined since, which go when these have exited', async () => {
    using rig = start();
    rig.world.network('net');
    await rig.lease('lab', { containers: ['a'], networks: ['net'] }, OWNER);
    rig.world.join('a', 'net');
    rig.processes.end(42);
    await rig.time.pass(SECOND);
    expect(rig.agent.topology(LAB)?.members[0]).toMatchObject({
      networks: [rig.world.look('network', 'net')?.id],
    });
    expect(await rig.collect()).toMatchObject({ removed: { containers: 1, networks: 1 }, failed: 0 });
  });

  test('by the final drain, and by no other', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    await rig.drain();
    expect(rig.world.names).toEqual(['a']);
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1 }, leaks: [] });
  });

  test('by any drain right behind its owner’s end, before the next look at it', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a', 'later'] }, OWNER);
    rig.world.container('later');
    rig.processes.end(42);
    expect(await rig.drain()).toMatchObject({ removed: { containers: 2 }, leaks: [] });
  });

  test('by any drain as often as it takes while its owner is gone, else it is a leak', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a', 'later'] }, OWNER);
    rig.processes.end(42);
    rig.script.fail('find', busy(), { of: 'later', times: 3 });
    expect(await rig.drain()).toMatchObject({ removed: { containers: 1 }, leaks: [] });
  });

  test('as a leak of any drain where nothing of it could be submitted once its owner was gone', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    rig.processes.end(42);
    rig.journal.failure = new Error('no space left on the disk');
    expect((await rig.drain({ budgetMs: 5 * SECOND })).leaks).toMatchObject([
      { name: 'a', cause: 'still-leased' },
    ]);
  });

  test('by the final drain that was asked for while it was looked up', async () => {
    using rig = start();
    const found = Promise.withResolvers<void>();
    rig.script.before('find', () => found.promise, { of: 'a' });
    const leased = rig.lease('lab', { containers: ['a'] }, OWNER);
    const drained = rig.drain({ final: true });
    await rig.time.pass(SECOND);
    found.resolve();
    expect(await drained).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect((await leased).known).toBe(false);
  });

  test('as soon as the engine answers again', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a', 'later'] }, OWNER);
    for (const call of ['find', 'stop'] as const) rig.script.fail(call, unreachable());
    rig.processes.end(42);
    await rig.time.pass(30 * SECOND);
    rig.script.heal();
    await rig.time.pass(10 * SECOND);
    expect(rig.stateOf('lab')).toBe('stopped');
  });

  test('with what could not be looked up once and is not there any more as absent, which is no leak', async () => {
    using rig = start();
    rig.script.fail('find', unreachable(), { of: 'ill', times: 1 });
    const { errors } = await rig.lease('lab', { containers: ['a', 'ill'] }, OWNER);
    expect(errors).toMatchObject([{ value: 'ill' }]);
    rig.processes.end(42);
    const report = await rig.drain({ final: true });
    expect(report).toMatchObject({ leaks: [], removed: { containers: 1 } });
    expect(report.topologies).toMatchObject([{ id: 'lab', absent: ['ill'] }]);
    expect(report.unconfirmed).toBeUndefined();
    expect(rig.topology('lab').members.find(({ name }) => name === 'ill')).not.toHaveProperty('error');
  });

  test('without what its selector finds that is not its own', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'], labels: ['suite=vlan'] }, OWNER);
    rig.world.container('old', { labels: { suite: 'vlan' }, createdAt: '2020-01-01T00:00:00Z' });
    rig.processes.end(42);
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
    expect(rig.world.isRunning('old')).toBe(true);
  });
});

describe('an open connection is a lease as well', () => {
  test('it is submitted when the last one that holds it is closed', async () => {
    using rig = start();
    for (let connections = 0; connections < 2; connections++) await rig.lease('lab', { containers: ['a'] });
    await rig.time.until(rig.agent.endLease(LAB));
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual([]);
    await rig.time.until(rig.agent.endLease(LAB));
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('what could not be submitted then is submitted later', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a', 'later'] });
    rig.script.fail('find', busy(), { times: 2 });
    await rig.time.until(rig.agent.endLease(LAB));
    expect(rig.script.asked('stop')).toEqual([]);
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });
});
