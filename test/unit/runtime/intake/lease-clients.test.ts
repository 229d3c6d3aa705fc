import { describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy } from '../../../fakes/fake-engine.ts';

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

/** A lease whose owner is gone, and whose end the engine does not answer. */
async function hangAnEnd(rig: AgentRig): Promise<void> {
  rig.processes.start(7);
  await rig.lease('hangs', { containers: ['never'] }, { pid: 7 });
  rig.script.before('find', () => new Promise<void>(() => {}), { of: 'never' });
  rig.processes.end(7);
  await rig.time.pass(2 * SECOND);
}

describe('while the end of one lease hangs', () => {
  test('that of another is seen', async () => {
    using rig = start();
    await hangAnEnd(rig);
    await rig.lease('lab', { containers: ['a'] }, OWNER);
    rig.processes.end(42);
    await rig.time.pass(2 * SECOND);
    expect(rig.script.asked('stop')).toEqual(['a']);
  });

  test('what comes to the names of another, whose owner is gone, is somebody else’s', async () => {
    using rig = start();
    await hangAnEnd(rig);
    await rig.lease('lab', { containers: ['a', 'later'] }, OWNER);
    rig.processes.end(42);
    await rig.time.pass(5 * SECOND);
    rig.world.container('later');
    await rig.drain({ final: true, budgetMs: 20 * SECOND });
    expect(rig.world.isRunning('later')).toBe(true);
    expect(rig.world.isRunning('a')).toBe(false);
  });
});

test('a lease that could not be submitted, and is leased anew by somebody who is there, goes on', async () => {
  using rig = start();
  await rig.lease('lab', { containers: ['a', 'later'] }, OWNER);
  rig.script.fail('find', busy());
  rig.processes.end(42);
  await rig.time.pass(2 * SECOND);
  rig.script.heal();
  rig.processes.start(43);
  await rig.lease('lab', { containers: ['more'] }, { pid: 43 });
  await rig.time.pass(5 * SECOND);
  expect(rig.script.asked('stop')).toEqual([]);
  rig.world.container('more');
  await rig.time.pass(SECOND);
  rig.processes.end(43);
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop').sort()).toEqual(['a', 'more']);
});

test('the end of a connection that held it before does not end a lease whose owner lives', async () => {
  using rig = start();
  await rig.lease('lab', { containers: ['a'] });
  rig.agent.dropLease(LAB);
  await rig.lease('lab', { containers: ['a'] }, OWNER);
  await rig.time.until(rig.agent.endLease(LAB));
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop')).toEqual([]);
  rig.processes.end(42);
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop')).toEqual(['a']);
});

test('what comes while a lease is looked up, after its owner is gone, is somebody else’s', async () => {
  using rig = start();
  rig.script.before('find', () => rig.time.sleep(10 * SECOND), { of: 'a' });
  const leased = rig.agent.lease(
    { id: LAB, members: ['a', 'web'].map(named), selectors: [], metadata: {} },
    { owner: OWNER },
  );
  await rig.time.pass(SECOND);
  rig.processes.end(42);
  await rig.time.pass(4 * SECOND);
  rig.world.container('web');
  await rig.time.until(leased);
  // What is given up while a client waits is looked at again without haste.
  await rig.time.pass(40 * SECOND);
  expect(rig.script.asked('stop')).toEqual(['a']);
  expect(rig.world.isRunning('web')).toBe(true);
});

const named = (ref: string, at: number) => ({
  kind: 'container' as const,
  ref,
  field: `containers[${at}]`,
  shared: false,
});

test('what a lease named before it was there is taken, whatever its label finds that is not its own', async () => {
  using rig = start();
  await rig.lease('lab', { containers: ['later'], labels: ['suite=vlan'] }, OWNER);
  rig.world.container('later');
  rig.world.container('ours', { labels: { suite: 'vlan' } });
  rig.world.container('old', { labels: { suite: 'vlan' }, createdAt: '2020-01-01T00:00:00Z' });
  await rig.time.pass(SECOND);
  rig.processes.end(42);
  await rig.time.pass(2 * SECOND);
  expect(rig.script.asked('stop').sort()).toEqual(['later', 'ours']);
  expect(rig.log.lines.join('\n')).toMatch(/container old was created/);
});

test('what an owner has made is its own up to the moment at which it let go of its connection', async () => {
  using rig = start();
  const topology = { containers: ['a'], paths: ['/tmp/topology/folder'] };
  await rig.lease('lab', topology);
  await rig.lease('lab', {}, OWNER);
  await rig.time.pass(SECOND + 10);
  rig.leftovers.make('path', '/tmp/topology/folder');
  await rig.time.pass(10);
  // It is seen to live for a moment more.
  await rig.time.until(rig.agent.endLease(LAB));
  rig.processes.end(42);
  const report = await rig.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(rig.leftovers.names).toEqual([]);
});
