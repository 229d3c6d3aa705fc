import { describe, expect, test } from 'vitest';
import { HostError } from '../../../../src/domain/ports.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;
const SESSION = { 'topo-gc.session': 's1' };

function build(rig: AgentRig): void {
  rig.world.container('sw1', { pid: 100, stopMs: SECOND, labels: SESSION });
  rig.leftovers.make('netns', '100', { process: { pid: 100, isAlive: true } });
  rig.leftovers.make('netns', 'other', { process: { pid: 7, isAlive: true } });
}

describe('a link to a container that nobody has named', () => {
  test('goes with a container that is submitted', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', { containers: ['sw1'] });
    expect(rig.states('lab')).toEqual({ sw1: 'stopping', '100': 'removed' });
    expect(rig.leftovers.names).toEqual(['other']);
  });

  test('goes with one that is leased, whose client is killed', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.processes.start(42);
    await rig.lease('lab', { containers: ['sw1'] }, { pid: 42 });
    expect(rig.leftovers.removed).toEqual([]);
    expect((await rig.drain({ final: true })).leaks).toEqual([]);
    expect(rig.leftovers.names).toEqual(['other']);
  });

  test('goes with one that only carries the label of the session', async () => {
    using rig = new AgentRig();
    build(rig);
    expect((await rig.drain({ final: true })).leaks).toEqual([]);
    expect(rig.leftovers.names).toEqual(['other']);
    expect(rig.world.names).toEqual([]);
  });

  test('goes at the drain where it was made after its container was taken', async () => {
    using rig = new AgentRig();
    build(rig);
    await rig.submit('lab', { containers: ['sw1'] });
    rig.leftovers.make('netns', '100', { process: { pid: 100, isAlive: false } });
    const report = await rig.drain({ final: true });
    expect(report.leaks).toEqual([]);
    expect(rig.leftovers.names).toEqual(['other']);
  });

  test('is a leak by name where it may not be removed', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.leftovers.refuse('100', new HostError('denied', 'needs root'));
    await rig.submit('lab', { containers: ['sw1'] });
    expect(rig.states('lab')).toEqual({ sw1: 'stopping' });
    expect((await rig.drain({ final: true })).leaks).toMatchObject([
      { kind: 'netns', name: '100', cause: 'denied', reason: 'needs root' },
    ]);
  });

  const unseen = 'links to the container sw1 could not be looked for: the engine is ill';

  test.each([
    ['leaves the drain unconfirmed where it may be one that is there', false, unseen],
    ['is none where no link points to a process that is gone', true, undefined],
  ])('of which nobody can say whether it is there %s', async (_, isAlive, unconfirmed) => {
    using rig = new AgentRig();
    build(rig);
    rig.processes.start(42);
    await rig.lease('lab', { containers: ['sw1'] }, { pid: 42 });
    const id = rig.world.look('container', 'sw1')?.id ?? '';
    rig.script.fail('find', rejected('the engine is ill'), { of: id });
    rig.leftovers.make('netns', '100', { process: { pid: 100, isAlive } });
    const report = await rig.drain({ final: true });
    expect(report.removed.containers).toBe(1);
    expect(rig.leftovers.names).toContain('100');
    expect(report.unconfirmed).toBe(unconfirmed);
  });

  test('is left alone where the engine is elsewhere: its pids are those of other processes here', async () => {
    using rig = new AgentRig();
    build(rig);
    rig.leftovers.holdsProcesses = false;
    await rig.submit('lab', { containers: ['sw1'] });
    await rig.drain({ final: true });
    expect(rig.leftovers.names).toEqual(['100', 'other']);
  });
});

describe('what a client was about to make when it was killed', () => {
  test('is waited for by its label, where its lease names it', async () => {
    using rig = new AgentRig();
    rig.processes.start(42);
    await rig.lease('lab', { containers: ['sw1'], networks: ['net1'] }, { pid: 42 });
    rig.processes.end(42);
    const made = rig.time.sleep(SECOND).then(() => {
      rig.world.container('sw1', { labels: SESSION });
      rig.world.network('net1', { labels: SESSION });
    });
    expect((await rig.drain({ final: true })).leaks).toEqual([]);
    await made;
    expect(rig.world.names).toEqual([]);
  });

  test('is not waited for where all that was leased is there', async () => {
    using rig = new AgentRig();
    rig.world.container('sw1', { labels: SESSION, stopMs: 0 });
    rig.processes.start(42);
    await rig.lease('lab', { containers: ['sw1'] }, { pid: 42 });
    rig.processes.end(42);
    await rig.drain({ final: true });
    expect(rig.elapsed).toBeLessThan(SECOND);
  });

  test('is its live client’s own at a drain that is not the last', async () => {
    using rig = new AgentRig();
    rig.processes.start(42);
    await rig.lease('lab', { networks: ['net1'] }, { pid: 42 });
    rig.world.network('net1', { labels: SESSION });
    await rig.drain();
    expect(rig.world.names).toEqual(['net1']);
  });
});
