import { expect, test } from 'vitest';
import { EngineError } from '../../../../src/domain/engine.ts';
import { SERVICE_ID_LABEL } from '../../../../src/domain/swarm.ts';
import { readSubmission } from '../../../../src/protocol/submission-schema.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import type { ContainerOptions } from '../../../fakes/fake-container.ts';
import { unreachable } from '../../../fakes/fake-engine.ts';

const SECOND = 1_000;

function nodeOf(rig: AgentRig, hostname: string) {
  const node = rig.nodes.get(hostname);
  if (node === undefined) throw new Error(`there is no node ${hostname}`);
  return node;
}

/** A service with one task on node `b`, where a container runs. */
function serviceOnB(rig: AgentRig, { graceMs, ...options }: ContainerOptions = {}) {
  const { id } = rig.world.service('web', { replicas: 0, elsewhere: ['b'], ...(graceMs && { graceMs }) });
  const { world } = nodeOf(rig, 'b');
  const container = world.container('web.1', { ...options, labels: { [SERVICE_ID_LABEL]: id } });
  return { world, container };
}

test('a service is removed when a node that is reached has none of its containers, and that node is confirmed', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  const { world, container } = serviceOnB(rig);
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(5 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'stopping' });
  world.delete('container', container.id);
  const report = await rig.drain({ final: true });
  expect(rig.states('shop')).toEqual({ web: 'removed' });
  expect(report).toMatchObject({ leaks: [] });
  expect(report.nodes ?? []).toEqual([]);
});

test('a container that a reached node has lost track of is removed by force', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  const { world } = serviceOnB(rig, { graceMs: SECOND });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(20 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
  expect(world.names).toEqual([]);
});

test('a task container on a reached node that cannot hear its signal is killed at once', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  rig.agent.start();
  serviceOnB(rig, { hearing: 'deaf' });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(SECOND);
  expect(nodeOf(rig, 'b').script.asked('kill')).toEqual(['web.1']);
});

test('a node that is another one, or is not reached, is unconfirmed with that reason', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  rig.world.service('web', { elsewhere: ['b', 'c'] });
  rig.unreached.set('b', new EngineError('rejected', 'the engine at tcp://b is not its own'));
  await rig.submit('shop', { services: ['web'] });
  const report = await rig.drain({ final: true });
  expect(report.nodes?.filter(({ what }) => what === undefined)).toMatchObject([
    { node: 'b', why: 'the engine at tcp://b is not its own' },
    { node: 'c', why: expect.stringContaining('no way to its engine') },
  ]);
});

test('a reached node that stops answering is unconfirmed after a while', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  serviceOnB(rig, { graceMs: SECOND });
  nodeOf(rig, 'b').script.fail('taskContainers', unreachable());
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(60 * SECOND);
  expect(rig.topology('shop').members).toMatchObject([
    {
      state: 'removed',
      unconfirmed: [{ node: 'b', tasks: 1, why: expect.stringContaining('has stopped answering') }],
    },
  ]);
});

test('a reached node that answers nothing is unconfirmed too', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  serviceOnB(rig, { graceMs: SECOND });
  nodeOf(rig, 'b').script.hang('taskContainers');
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(90 * SECOND);
  expect(rig.topology('shop').members).toMatchObject([
    { state: 'removed', unconfirmed: [{ node: 'b', why: expect.stringContaining('no answer within 5 s') }] },
  ]);
});

test('a drain names what a reached node still has of services and under the label of the session', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  const { id } = rig.world.service('web', { elsewhere: ['b'] });
  const { world } = nodeOf(rig, 'b');
  await rig.submit('shop', { services: ['web'] });
  await rig.time.untilTrue(() => rig.stateOf('shop') === 'removed');
  world.container('web.2', { labels: { [SERVICE_ID_LABEL]: id } });
  world.container('mine', { labels: { 'topo-gc.session': 's1' } });
  const report = await rig.drain({ final: true });
  expect(report.leaks).toMatchObject([
    { kind: 'service', name: 'web', reason: 'node b still has its container web.2' },
    { kind: 'container', name: 'mine', reason: 'carries the label topo-gc.session=s1 and is on node b' },
  ]);
});

test('a drain names the nodes that it could not ask, and what is not known of them', async () => {
  using rig = new AgentRig({ reaches: ['b', 'c'] });
  rig.world.otherNodes.add('d');
  rig.world.down.set('c', '2026-11-24T09:00:00Z');
  nodeOf(rig, 'b').script.hang('list');
  const report = await rig.drain({ final: true });
  expect(report.unconfirmed).toBeUndefined();
  const what = 'anything with the label topo-gc.session=s1';
  expect(report.nodes).toMatchObject([
    { node: 'b', what, why: 'no answer within 10 s' },
    { node: 'c', what, why: 'it is down since 2026-11-24T09:00:00Z' },
    { node: 'd', what, why: 'swarm-nodes says no way to its engine' },
  ]);
});

test('a drain that reaches no node says that the volumes of a stack may be left there', async () => {
  using rig = new AgentRig();
  const labels = { 'com.docker.stack.namespace': 'shop' };
  rig.world.service('web', { labels, elsewhere: ['b'] });
  const submission = readSubmission({ id: 'shop', stacks: [{ name: 'shop', volumes: true }] });
  await rig.time.until(rig.agent.submit(submission, rig.time.now()));
  const report = await rig.drain({ final: true });
  expect(report.leaks).toEqual([]);
  expect(report.nodes?.filter(({ what }) => what !== undefined)).toMatchObject([
    {
      node: 'b',
      what: expect.stringContaining('volumes with the label com.docker.stack.namespace=shop'),
      why: 'swarm-nodes says no way to its engine',
    },
  ]);
});

test('volumes of a stack go on each node that is reached, if that is said', async () => {
  const labels = { 'com.docker.stack.namespace': 'shop' };
  for (const [volumes, left] of [
    [true, ['other', 'old']],
    [false, ['data', 'other', 'old']],
  ] as const) {
    using rig = new AgentRig({ reaches: ['b', 'c'] });
    rig.world.service('web', { labels, elsewhere: ['b'] });
    for (const { world } of rig.nodes.values()) {
      world.volume('data', { labels });
      world.volume('other');
      world.volume('old', { labels, createdAt: '2026-01-01T00:00:00Z' });
    }
    const submission = readSubmission({ id: 'shop', stacks: [{ name: 'shop', volumes }] });
    await rig.time.until(rig.agent.submit(submission, rig.time.now()));
    await rig.time.untilTrue(() => rig.stateOf('shop') === 'removed');
    expect(nodeOf(rig, 'b').world.names).toEqual(left);
    const report = await rig.drain({ final: true });
    expect(report).toMatchObject({ leaks: [] });
    expect(nodeOf(rig, 'c').world.names).toEqual(left);
  }
});

test('a volume of a stack that something uses on a node is a leak that names the node', async () => {
  using rig = new AgentRig({ reaches: ['b'] });
  const labels = { 'com.docker.stack.namespace': 'shop' };
  rig.world.service('web', { labels, elsewhere: ['b'] });
  const { world } = nodeOf(rig, 'b');
  world.volume('data', { labels });
  world.container('other', { volumes: ['data'] });
  const submission = readSubmission({ id: 'shop', stacks: [{ name: 'shop', volumes: true }] });
  await rig.time.until(rig.agent.submit(submission, rig.time.now()));
  const report = await rig.drain({ final: true });
  expect(report.leaks).toMatchObject([
    { kind: 'volume', name: 'data', reason: 'is still on node b: volume is in use' },
  ]);
});
