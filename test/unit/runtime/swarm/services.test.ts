import { expect, test } from 'vitest';
import { readSubmission } from '../../../../src/protocol/submission-schema.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected } from '../../../fakes/fake-engine.ts';

const SECOND = 1_000;

const removals = ({ events }: AgentRig) =>
  events.flatMap((event) => (event.type === 'removed' ? event.member.split(':')[0] : []));

test('a service is deleted at once, and is removed when the containers of its tasks are gone', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { replicas: 2, stopMs: 2 * SECOND });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(SECOND);
  expect(rig.world.names).toEqual(['web.1', 'web.2']);
  expect(rig.states('shop')).toEqual({ web: 'stopping' });
  await rig.time.pass(2 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
  expect(rig.world.names).toEqual([]);
});

test('a container that has stopped is removed at once, though its node would wait', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { replicas: 2, stopMs: SECOND, lingerMs: 30 * SECOND });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(2 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
  expect(rig.world.names).toEqual([]);
});

test('its tasks are listed before it is deleted, and go into the journal with its mounts', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { elsewhere: ['b'], volumes: ['data'] });
  rig.world.service('db');
  await rig.submit('shop', { services: ['web', 'db'] });
  expect(rig.script.asked('tasks')).toHaveLength(1);
  const submitted = rig.journal.events.find(({ type }) => type === 'submitted');
  expect(submitted).toMatchObject({
    members: [
      {
        name: 'web',
        volumes: ['data'],
        tasks: [
          { id: 'task-web.1', node: 'here', isHere: true },
          { id: 'task-web-b-0', nodeId: 'node-b', node: 'b', container: 'container-web-b-0' },
        ],
      },
      { name: 'db', tasks: [{ id: 'task-db.1' }] },
    ],
  });
});

test('a service whose tasks could not be listed is not taken, and is looked at again', async () => {
  using rig = new AgentRig();
  rig.world.service('web');
  rig.script.fail('tasks', rejected('the raft has no leader'));
  const { errors } = await rig.submit('shop', { services: ['web'] });
  expect(errors).toMatchObject([{ field: 'services[0]', detail: expect.stringContaining('no leader') }]);
  expect(rig.world.names).toContain('web');
});

test('what is on other nodes is unconfirmed, by node', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { elsewhere: ['b', 'b', 'c'] });
  rig.world.down.set('c', '2026-11-24T09:00:00Z');
  await rig.submit('shop', { services: ['web'] });
  const report = await rig.drain({ final: true });
  expect(rig.states('shop')).toEqual({ web: 'removed' });
  expect(report.leaks).toEqual([]);
  expect(report.unconfirmed).toBeUndefined();
  expect(report.nodes).toMatchObject([
    { node: 'b', tasks: 2, services: ['web'], why: expect.stringContaining('no way to its engine') },
    { node: 'c', tasks: 1, services: ['web'], why: 'it is down since 2026-11-24T09:00:00Z' },
  ]);
});

test('tasks that still stop on another node keep their service from being removed', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { replicas: 0, elsewhere: ['b'], stopMs: 5 * SECOND });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(3 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'stopping' });
  await rig.time.pass(5 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
});

test('networks, configs, secrets and volumes go after the containers of the tasks', async () => {
  using rig = new AgentRig();
  rig.world.network('net', { isOverlay: true });
  rig.world.volume('data');
  rig.world.member('secret', 'key');
  rig.world.member('config', 'conf');
  rig.world.service('web', {
    networks: ['net'],
    volumes: ['data'],
    files: ['key', 'conf'],
    stopMs: 2 * SECOND,
  });
  await rig.submit('shop', {
    ...{ services: ['web'], networks: ['net'], volumes: ['data'] },
    ...{ secrets: ['key'], configs: ['conf'] },
  });
  await rig.collect();
  const [first, ...others] = removals(rig);
  expect(first).toBe('service');
  expect(others.sort()).toEqual(['config', 'network', 'secret', 'volume']);
  expect(rig.world.names).toEqual([]);
});

test('an overlay with a container of somebody else is left, and who holds it is named', async () => {
  using rig = new AgentRig();
  rig.world.network('net', { isOverlay: true });
  rig.world.container('other', { networks: ['net'] });
  await rig.submit('shop', { networks: ['net'] });
  await rig.collect();
  expect(rig.script.asked('remove')).toEqual([]);
  expect(rig.topology('shop').members).toMatchObject([
    { state: 'failed', cause: 'in-use', error: expect.stringContaining('held by other') },
  ]);
});

test('a secret of a service that was not handed over is left, and the service is named', async () => {
  using rig = new AgentRig();
  rig.world.member('secret', 'key');
  rig.world.service('web', { files: ['key'] });
  await rig.submit('shop', { secrets: ['key'] });
  await rig.collect();
  expect(rig.topology('shop').members).toMatchObject([
    {
      state: 'failed',
      cause: 'in-use',
      error: expect.stringContaining('in use by the following service: web'),
    },
  ]);
});

test('with a stop timeout that is shorter than its grace, its containers are killed', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { stopMs: 30 * SECOND, graceMs: 60 * SECOND });
  await rig.submit('shop', { services: ['web'], stopTimeoutMs: SECOND });
  await rig.time.pass(2 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
});

test('containers of tasks that cannot hear their signal are killed at once', async () => {
  using rig = new AgentRig();
  rig.agent.start();
  rig.world.service('web', { stopMs: 30 * SECOND, graceMs: 60 * SECOND, hearing: 'deaf' });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(2 * SECOND);
  expect(rig.topology('shop').members).toMatchObject([{ state: 'removed', deafTo: 'SIGTERM' }]);
});

test('a container that its node has lost track of is removed by force', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { isForgotten: true, graceMs: SECOND });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(10 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'stopping' });
  await rig.time.pass(10 * SECOND);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
  expect(rig.world.names).toEqual([]);
});

test('a drain that has little time kills the containers of tasks', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { stopMs: 600 * SECOND, graceMs: 900 * SECOND });
  await rig.submit('shop', { services: ['web'] });
  const report = await rig.drain({ final: true, budgetMs: 40 * SECOND });
  expect(report.leaks).toEqual([]);
  expect(rig.states('shop')).toEqual({ web: 'removed' });
});

test('a successor goes on with a service that its predecessor has deleted', async () => {
  using first = new AgentRig();
  first.world.service('web', { elsewhere: ['b'] });
  await first.submit('shop', { services: ['web'] });
  using rig = new AgentRig({ events: first.journal.events });
  rig.agent.start();
  await rig.time.pass(SECOND);
  expect(rig.topology('shop').members).toMatchObject([
    { state: 'removed', unconfirmed: [{ node: 'b', tasks: 1 }] },
  ]);
});

const SESSION = { 'topo-gc.session': 's1' };

test('the container of a task is refused, with the name of its service', async () => {
  using rig = new AgentRig();
  rig.world.service('web');
  const refused = rig.submit('lab', { containers: ['web.1'] });
  await expect(refused).rejects.toMatchObject({
    code: 'refused',
    faults: [{ detail: expect.stringContaining('hand over the service (--service web)') }],
  });
});

test('a selector that finds a service and its tasks takes the service', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { labels: { suite: 'lab' }, replicas: 2 });
  const { topology } = await rig.submit('lab', { labels: ['suite=lab'] });
  expect(topology.members.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['service web']);
});

test('tasks of a service that was handed over before are left to it', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { labels: { suite: 'lab' }, stopMs: 5 * SECOND });
  await rig.submit('shop', { services: ['web'] });
  await rig.time.pass(SECOND);
  const { topology } = await rig.submit('lab', { labels: ['suite=lab'] });
  expect(topology.members).toEqual([]);
});

test('a drain collects services with the label of the session', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { labels: SESSION, createdAt: '2026-01-01T00:00:00Z' });
  const report = await rig.drain({ final: true });
  expect(report.leaks).toEqual([]);
  expect(report.removed).toMatchObject({ services: 1 });
  expect(rig.world.names).toEqual([]);
});

test('a service from before the session is refused', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { createdAt: '2026-01-01T00:00:00Z' });
  await expect(rig.submit('lab', { services: ['web'] })).rejects.toMatchObject({
    code: 'refused',
    faults: [{ detail: expect.stringContaining('before the session began') }],
  });
});

test('a service is a stray, and the containers of its tasks are not', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { replicas: 2 });
  const report = await rig.drain({ final: true });
  expect(report.strays?.members).toMatchObject([{ kind: 'service', name: 'web' }]);
});

test('a service that still has a container after its removal is a leak', async () => {
  using rig = new AgentRig();
  rig.world.service('web');
  await rig.submit('shop', { services: ['web'] });
  await rig.time.untilTrue(() => rig.stateOf('shop') === 'removed');
  const { id } = rig.topology('shop').members[0] ?? {};
  rig.world.container('late', { labels: { 'com.docker.swarm.service.id': id ?? '' } });
  const report = await rig.drain({ final: true });
  expect(report.leaks).toMatchObject([{ kind: 'service', name: 'web', cause: 'shown-after-removal' }]);
});

test('a drain whose time is up does not take a service on other nodes for gone', async () => {
  using rig = new AgentRig();
  rig.world.service('web', { replicas: 0, elsewhere: ['b'], stopMs: 600 * SECOND, graceMs: 900 * SECOND });
  await rig.submit('shop', { services: ['web'] });
  const report = await rig.drain({ final: true, budgetMs: 20 * SECOND });
  expect(report.leaks).toMatchObject([{ kind: 'service', name: 'web', cause: 'out-of-time' }]);
});

test('a stack is all that carries its label, with its volumes only if that is said', async () => {
  const labels = { 'com.docker.stack.namespace': 'shop' };
  for (const [volumes, left] of [
    [true, []],
    [false, ['data']],
  ] as const) {
    using rig = new AgentRig();
    rig.world.network('net', { isOverlay: true, labels });
    rig.world.volume('data', { labels });
    rig.world.member('config', 'conf', { labels });
    rig.world.member('secret', 'key', { labels });
    rig.world.service('web', { labels, networks: ['net'] });
    const submission = readSubmission({ id: 'shop', stacks: [{ name: 'shop', volumes }] });
    await rig.time.until(rig.agent.submit(submission, rig.time.now()));
    await rig.collect();
    expect(rig.world.names).toEqual(left);
  }
});
