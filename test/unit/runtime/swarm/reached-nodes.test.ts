import { expect, test } from 'vitest';
import { EngineError } from '../../../../src/domain/engine.ts';
import { SERVICE_ID_LABEL } from '../../../../src/domain/swarm.ts';
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
  expect(report.nodes).toMatchObject([
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
