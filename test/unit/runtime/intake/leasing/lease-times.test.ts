import { describe, expect, test, vi } from 'vitest';
import { hostMoment } from '../../../../../src/domain/moment.ts';
import type { Lease } from '../../../../../src/domain/topology/lease.ts';
import type { TopologyId } from '../../../../../src/domain/topology/topology.ts';
import { LeaseClients } from '../../../../../src/runtime/intake/leasing/lease-clients.ts';
import { AgentRig } from '../../../../fakes/agent-rig.ts';
import { busy } from '../../../../fakes/fake-engine.ts';
import { FakeProcesses } from '../../../../fakes/fake-processes.ts';
import { START, VirtualTime } from '../../../../fakes/virtual-time.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LAB = 'lab' as TopologyId;

/** An agent that runs, and a container `a`. */
function start(options: ConstructorParameters<typeof AgentRig>[0] = {}): AgentRig {
  const rig = new AgentRig(options);
  rig.processes.start(42);
  rig.world.container('a');
  rig.agent.start();
  return rig;
}

const endOf = (rig: AgentRig) => (rig.topology('lab').leaseEndsAt ?? Number.NaN) - START;

describe('a lease with a time to live', () => {
  test('ends that long after the last request that named it, and shows when', async () => {
    using rig = start();
    const { topology } = await rig.leaseFor(30 * SECOND, 'lab', { containers: ['a'] });
    expect(topology.leaseEndsAt).toBe(START + 30 * SECOND);
    await rig.time.pass(20 * SECOND);
    expect((await rig.leaseFor(30 * SECOND, 'lab', { containers: ['a'] })).known).toBe(true);
    expect(endOf(rig)).toBe(50 * SECOND);
    await rig.time.pass(29 * SECOND);
    expect(rig.script.asked('stop')).toEqual([]);
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
    expect(rig.topology('lab')).not.toHaveProperty('leaseEndsAt');
    expect(rig.log.lines.join('\n')).toContain(
      'the lease lab has ended with its time to live and is submitted',
    );
  });

  test('is renewed by its id alone, with another time', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a'] });
    await rig.leaseFor(5 * SECOND, 'lab', {});
    expect(endOf(rig)).toBe(5 * SECOND);
    await rig.time.pass(6 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('is refused to a client that comes too late', async () => {
    using rig = start();
    await rig.leaseFor(SECOND, 'lab', { containers: ['a'] });
    await rig.time.pass(2 * SECOND);
    await expect(rig.leaseFor(SECOND, 'lab', {})).rejects.toMatchObject({ code: 'already-submitted' });
  });

  test('does not end while a request that names it is under way, nor after it', async () => {
    using rig = start();
    await rig.leaseFor(5 * SECOND, 'lab', { containers: ['a'] });
    await rig.time.pass(4 * SECOND);
    rig.script.before('find', () => rig.time.sleep(10 * SECOND), { of: 'slow' });
    await rig.leaseFor(5 * SECOND, 'lab', { containers: ['slow'] });
    expect(rig.script.asked('stop')).toEqual([]);
    rig.script.heal();
    await rig.time.pass(4 * SECOND);
    expect(rig.stateOf('lab')).toBe('leased');
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('ends where that request was refused', async () => {
    using rig = start();
    await rig.leaseFor(5 * SECOND, 'lab', { containers: ['a'] });
    rig.world.container('old', { createdAt: '2020-01-01T00:00:00Z' });
    await expect(rig.leaseFor(MINUTE, 'lab', { containers: ['old'] })).rejects.toMatchObject({
      code: 'refused',
    });
    await rig.time.pass(6 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('goes on where its end failed, and its client came back', async () => {
    using rig = start();
    await rig.leaseFor(SECOND, 'lab', { containers: ['a', 'later'] });
    rig.script.fail('find', busy());
    await rig.time.pass(2 * SECOND);
    rig.script.heal();
    await rig.leaseFor(MINUTE, 'lab', {});
    await rig.time.pass(30 * SECOND);
    expect(rig.script.asked('stop')).toEqual([]);
  });

  test('is left alone by a drain, and taken by the final one', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a'] });
    expect(await rig.drain()).toMatchObject({
      removed: { containers: 0 },
      leased: [{ topology: 'lab', name: 'lab', endsAt: START + MINUTE }],
    });
    const report = await rig.drain({ final: true });
    expect(report).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(report.leased).toBeUndefined();
  });

  test('takes no further room for the selectors that each request names again', async () => {
    using rig = start();
    for (let renewed = 0; renewed < 5; renewed++)
      await rig.leaseFor(MINUTE, 'lab', { labels: ['suite=vlan', 'suite=lag'] });
    const asked = rig.script.asked('listLabelled').length;
    await rig.time.pass(2 * MINUTE);
    // One look at each label, as nothing carries it.
    expect(rig.script.asked('listLabelled').slice(asked).sort()).toEqual(['suite=lag', 'suite=vlan']);
  });
});

describe('what is younger than the last request may be somebody else’s', () => {
  test('when the time is over', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a', 'later'], labels: ['suite=vlan'] });
    await rig.time.pass(5 * SECOND);
    rig.world.container('later');
    rig.world.container('labelled', { labels: { suite: 'vlan' } });
    await rig.time.pass(2 * MINUTE);
    const report = await rig.drain();
    expect(rig.world.names.sort()).toEqual(['labelled', 'later']);
    expect(report).toMatchObject({ leaks: [], topologies: [{ id: 'lab', absent: ['later'] }] });
  });

  test('not what a renewal found', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { labels: ['suite=vlan'] });
    await rig.time.pass(5 * SECOND);
    rig.world.container('labelled', { labels: { suite: 'vlan' } });
    await rig.time.pass(5 * SECOND);
    await rig.leaseFor(MINUTE, 'lab', {});
    await rig.time.pass(2 * MINUTE);
    expect(rig.script.asked('stop')).toEqual(['labelled']);
  });

  test('at the final drain as well, while the time is not over', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a', 'later'] });
    await rig.time.pass(5 * SECOND);
    rig.world.container('later');
    await rig.drain({ final: true });
    expect(rig.world.names).toEqual(['later']);
  });
});

describe('beside an owner or a connection', () => {
  test('the last named of owner and time counts', async () => {
    using rig = start();
    await rig.lease('lab', { containers: ['a'] }, { pid: 42 });
    await rig.leaseFor(MINUTE, 'lab', {});
    rig.processes.end(42);
    await rig.time.pass(30 * SECOND);
    expect(rig.stateOf('lab')).toBe('leased');
    rig.processes.start(43);
    await rig.lease('lab', {}, { pid: 43 });
    expect(rig.topology('lab')).not.toHaveProperty('leaseEndsAt');
    await rig.time.pass(2 * MINUTE);
    expect(rig.stateOf('lab')).toBe('leased');
    rig.processes.end(43);
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('it lasts as long as the connection and the time', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a'] });
    await rig.lease('lab', {});
    await rig.time.pass(5 * MINUTE);
    expect(rig.stateOf('lab')).toBe('leased');
    await rig.time.until(rig.agent.endLease(LAB));
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('the end of the connection does not end it before its time', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a'] });
    await rig.lease('lab', {});
    await rig.time.until(rig.agent.endLease(LAB));
    await rig.time.pass(30 * SECOND);
    expect(rig.stateOf('lab')).toBe('leased');
    await rig.time.pass(MINUTE);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });
});

describe('clocks', () => {
  test('a new agent gives the whole time anew, and takes nothing that came since the last request', async () => {
    using before = start();
    await before.leaseFor(MINUTE, 'lab', { containers: ['a', 'later'] });
    const events = before.journal.events;
    before[Symbol.dispose]();
    using rig = new AgentRig({ events });
    rig.world.container('a');
    vi.setSystemTime(START + 24 * 60 * MINUTE);
    rig.agent.start();
    await rig.time.pass(30 * SECOND);
    expect(rig.stateOf('lab')).toBe('leased');
    rig.world.container('later');
    await rig.time.pass(MINUTE);
    expect(rig.script.asked('stop')).toEqual(['a']);
    expect(rig.world.isRunning('later')).toBe(true);
  });

  test('time in which the agent was stopped does not count, as it could hear no request', async () => {
    using rig = start();
    await rig.leaseFor(MINUTE, 'lab', { containers: ['a'] });
    await rig.time.pass(30 * SECOND);
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    await rig.time.pass(20 * SECOND);
    expect(rig.stateOf('lab')).toBe('leased');
    await rig.time.pass(20 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('nobody ends a lease by setting the host’s clock', () => {
    using _ = new VirtualTime();
    const clock = { agent: 0, host: START, now: () => clock.agent, timeOfDay: () => clock.host };
    const clients = new LeaseClients({ processes: new FakeProcesses(), clock: clock as never });
    const ttl = { ms: MINUTE, spokenAt: START };
    const lease: Lease = { ...MADE, ttl };
    clients.add(lease, { seenAt: START, isHeld: false });
    for (const jump of [24 * 60 * MINUTE, -24 * 60 * MINUTE]) {
      clock.host += jump;
      clock.agent += 500;
      clients.look(lease);
      expect(clients.goneSince(LAB)).toBeUndefined();
    }
    while (clock.agent < MINUTE) {
      clock.agent += 500;
      clients.look(lease);
    }
    expect(clients.goneSince(LAB)).toEqual(hostMoment(START));
  });
});

const MADE = { id: LAB, name: 'lab', leasedAt: 0, metadata: {}, members: [], absent: [], selectors: [] };
