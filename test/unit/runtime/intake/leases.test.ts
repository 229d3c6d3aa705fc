import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';

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

describe('while it is leased, a topology is left alone', () => {
  test('it is on disk and shown, but neither stopped nor pending', async () => {
    using rig = start();
    const { topology, known } = await rig.lease('lab', { containers: ['a', 'later'] }, OWNER);
    expect(known).toBe(false);
    expect(topology.members).toMatchObject([
      { name: 'a', state: 'leased' },
      { name: 'later', state: 'absent' },
    ]);
    expect(rig.journal.synced).toMatchObject([{ type: 'leased', lease: { id: 'lab' } }]);
    await rig.time.pass(60 * SECOND);
    await rig.collect();
    await rig.drain();
    expect(rig.script.asked('stop')).toEqual([]);
    expect(rig.agent.pending()).toEqual([]);
    expect(rig.agent.topologies()).toMatchObject([{ id: 'lab' }]);
    expect(rig.agent.topology(LAB)?.members[0]?.state).toBe('leased');
  });

  test('the same id again adds what it did not name before', async () => {
    using rig = start();
    rig.world.container('b');
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    const { topology, known } = await rig.lease('lab', { containers: ['a', 'b'] }, OWNER);
    expect(known).toBe(true);
    expect(topology.members.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('protection holds for leases as well', async () => {
    using rig = start();
    rig.world.container('old', { createdAt: '2020-01-01T00:00:00Z' });
    await expect(rig.lease('lab', { containers: ['old'] }, OWNER)).rejects.toMatchObject({ code: 'refused' });
    expect(rig.agent.topologies()).toEqual([]);
  });
});

describe('a lease that is given back', () => {
  test('is forgotten, and nothing of it is touched', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    expect(rig.agent.dropLease(LAB).members).toMatchObject([{ name: 'a', state: 'dropped' }]);
    rig.processes.end(42);
    await rig.time.pass(2 * SECOND);
    await rig.drain({ final: true });
    expect(rig.world.isRunning('a')).toBe(true);
  });

  test('may be leased anew: the connection that held it before does not end that', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] });
    rig.agent.dropLease(LAB);
    await rig.time.until(rig.agent.endLease(LAB));
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    await rig.time.pass(5 * SECOND);
    expect(rig.script.asked('stop')).toEqual([]);
  });

  test('can not be one that is submitted, or that there is not', async () => {
    using rig = start();
    expect(() => rig.agent.dropLease(LAB)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await rig.submit('lab', { containers: ['a'] });
    expect(() => rig.agent.dropLease(LAB)).toThrow(expect.objectContaining({ code: 'already-submitted' }));
    await expect(rig.lease('lab', { containers: ['a'] }, OWNER)).rejects.toMatchObject({
      code: 'already-submitted',
    });
  });
});

describe('an owner that can not be watched is refused', () => {
  test.each([
    [{ pid: 7 }, 'owner.pid'],
    [{ pid: 42, startTime: '99' }, 'owner.startTime'],
    [{ pid: 42, pidNamespace: 'pid:[2]' }, 'owner.pidNamespace'],
    [{ pid: 43 }, 'owner.pid'],
  ])('%j', async (owner, field) => {
    using rig = start();
    rig.processes.start(43, '100', 'pid:[2]');
    await expect(rig.lease('lab', { containers: ['a'] }, owner)).rejects.toMatchObject({
      code: 'refused',
      faults: [{ field }],
    });
    expect(rig.agent.topologies()).toEqual([]);
  });
});
