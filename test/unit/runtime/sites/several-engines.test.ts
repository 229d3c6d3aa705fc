import { expect, test } from 'vitest';
import { EngineError } from '../../../../src/domain/engine.ts';
import { type Site, SitesLost } from '../../../../src/domain/site.ts';
import { memberKey } from '../../../../src/domain/topology/topology.ts';
import { EngineOfSites, engineOf } from '../../../../src/runtime/sites/engine-of-sites.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { ENGINE, FakeEngine, TRAITS, unreachable } from '../../../fakes/fake-engine.ts';
import { START, VirtualTime } from '../../../fakes/virtual-time.ts';

const MINUTE = 60_000;
const LABELS = { suite: 'lab' };
const at = (ms: number) => new Date(START + ms).toISOString();

const rigWith = (aheadMs = 0, { isFirstUnnamed = false, inputs = {} } = {}) => {
  const rig = new AgentRig({ beside: { gpu: aheadMs }, isFirstUnnamed, inputs });
  const gpu = rig.beside.get('gpu');
  if (gpu === undefined) throw new Error('the rig has no engine gpu');
  return { rig, gpu };
};

/** The same label on both engines. */
const BOTH = { labels: ['suite=lab', 'side=gpu'], on: { 'side=gpu': 'gpu' } };
const GPU_LABELS = { side: 'gpu' };

const siteNamed = (name: string, engine: FakeEngine): Site => ({
  name,
  engine,
  identity: ENGINE,
  traits: TRAITS,
  startedAt: at(0),
  guarded: { containers: [], networks: [] },
});

test.each([
  [false, 'main'],
  [true, undefined],
])(
  'a member and a selector are asked of the engine that they name; first unnamed: %s',
  async (isFirstUnnamed, first) => {
    const { rig, gpu } = rigWith(0, { isFirstUnnamed });
    using _ = rig;
    rig.world.container('web', { labels: { suite: 'lab' } });
    rig.world.container('db');
    rig.world.volume('data', { labels: { suite: 'lab' } });
    gpu.world.container('web', { labels: { suite: 'lab' } });
    gpu.world.container('db');
    gpu.world.volume('data', { labels: { suite: 'lab' } });
    await rig.submit('first', { labels: ['suite=lab'] });
    await rig.submit('gpu', { engine: 'gpu', volumes: ['data'], containers: ['web'] });
    await rig.submit('id', { containers: ['db'], on: { db: 'ID-gpu' } });
    const at = (id: string) =>
      rig.topology(id).members.map(({ kind, name, site }) => `${site} ${kind} ${name}`);
    expect(at('first').toSorted()).toEqual([`${first} container web`, `${first} volume data`]);
    expect(at('gpu').toSorted()).toEqual(['gpu container web', 'gpu volume data']);
    expect(at('id')).toEqual(['gpu container db']);
    expect(await rig.drain()).toMatchObject({ removed: { containers: 3, volumes: 2 }, leaks: [] });
    expect([rig.world.names, gpu.world.names]).toEqual([['db'], []]);
    expect(rig.script.asked('stop')).toEqual(['web']);
    expect(gpu.script.asked('stop').toSorted()).toEqual(['db', 'web']);
  },
);

test('an engine that the session does not have is refused, by each place that names it', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web');
  gpu.world.container('model');
  const detail = 'the agent works on the engines main, gpu, by default on main';
  const submitted = rig.submit('lab', {
    containers: ['web', 'model'],
    labels: ['a=b'],
    on: { model: 'tpu', 'a=b': 'ID-tpu' },
  });
  await expect(submitted).rejects.toMatchObject({
    code: 'other-engine',
    faults: [
      { field: 'containers[1].engine', value: 'tpu', detail },
      { field: 'selectors[0].engine', value: 'ID-tpu', detail },
    ],
  });
  await expect(rig.submit('lab', { containers: ['web'], engine: 'tpu' })).rejects.toMatchObject({
    faults: [{ field: 'engine', value: 'tpu', detail }],
  });
  expect(rig.script.asked('stop')).toEqual([]);
});

test('what is on one engine is not what has its name on another', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.agent.start();
  rig.world.volume('data');
  gpu.world.volume('data');
  await rig.submit('lab', { volumes: ['data'] });
  await rig.submit('model', { volumes: ['data'], engine: 'gpu' });
  gpu.world.delete('volume', 'data');
  gpu.news.tell({ type: 'gone', kind: 'volume', id: 'data' });
  await rig.time.pass(1_000);
  expect([rig.states('lab'), rig.states('model')]).toEqual([{ data: 'stopped' }, { data: 'removed' }]);
  await rig.submit('again', { volumes: ['data'] });
  expect(rig.topology('again').members).toMatchObject([{ site: 'main' }]);
});

test('a network waits for the containers on it, on its own engine', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  gpu.world.network('lab');
  gpu.world.container('model', { networks: ['lab'], stopMs: 3_000 });
  await rig.submit('lab', { containers: ['model'], networks: ['lab'], engine: 'gpu' });
  expect(await rig.drain()).toMatchObject({ removed: { containers: 1, networks: 1 }, leaks: [] });
  expect(gpu.script.asked('remove')).toHaveLength(2);
});

test('an engine that is lost takes only its own members with it', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web', { labels: LABELS });
  rig.world.volume('data', { labels: LABELS });
  rig.world.container('late', { labels: { 'topo-gc.session': 's1' } });
  gpu.world.container('model', { labels: GPU_LABELS });
  await rig.submit('lab', BOTH);
  for (const call of ['stop', 'remove', 'find', 'kill', 'list', 'listLabelled', 'images'] as const)
    gpu.script.fail(call, unreachable());
  const report = await rig.drain({ budgetMs: MINUTE });
  expect(rig.world.names).toEqual([]);
  expect(rig.states('lab')).toMatchObject({ web: 'removed', data: 'removed' });
  expect(report.leaks).toMatchObject([
    {
      name: 'model',
      site: 'gpu',
      cause: 'engine-unreachable',
      reason: expect.stringContaining('the engine gpu is not reached: '),
    },
  ]);
  expect(report.unconfirmed).toContain('the engine gpu is not reached: ');
});

test('what carries the label of the session is collected on each engine', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  const labels = { 'topo-gc.session': 's1' };
  rig.world.container('web', { labels });
  gpu.world.container('web', { labels });
  expect(await rig.drain()).toMatchObject({ removed: { containers: 2 }, leaks: [] });
  expect([rig.world.names, gpu.world.names]).toEqual([[], []]);
});

test('what another agent holds is not taken, whatever it calls the engine', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  const { id } = gpu.world.container('model');
  rig.held.set(memberKey({ kind: 'container', id }), 's2');
  await expect(rig.submit('lab', { containers: ['model'], engine: 'gpu' })).rejects.toThrow('not its own');
});

test('the networks of each engine are compared with the threshold', async () => {
  const { rig, gpu } = rigWith(0, { inputs: { 'network-threshold': '2' } });
  using _ = rig;
  rig.agent.start();
  for (const name of ['a', 'b']) gpu.world.network(name);
  await rig.submit('lab', { networks: ['a', 'b'], engine: 'gpu' });
  await rig.time.pass(5_000);
  expect(rig.stateOf('lab')).toBe('removed');
  const collected = rig.events.find(({ type }) => type === 'collected');
  expect(collected).toMatchObject({
    collection: { trigger: 'networks', reason: '2 networks on the engine gpu, threshold 2' },
  });
});

test('strays of each engine are told with its name', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web');
  gpu.world.container('web');
  const { strays } = await rig.drain();
  expect(strays?.members.map(({ site, name }) => `${site}/${name}`)).toEqual(['main/web', 'gpu/web']);
});

test('what the others have is taken where one does not tell what a selector finds', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web', { labels: LABELS });
  gpu.script.fail('listLabelled', unreachable());
  await rig.submit('lab', BOTH);
  expect(rig.topology('lab').members.map(({ name }) => name)).toEqual(['web']);
  expect(rig.agent.untaken(rig.topology('lab').id)).toMatchObject([
    { field: 'selectors[1]', detail: expect.stringContaining('side=gpu') },
  ]);
});

test('a member is older or younger than the session by the clock of its own engine', async () => {
  const { rig, gpu } = rigWith(MINUTE);
  using _ = rig;
  gpu.world.container('older', { labels: GPU_LABELS, createdAt: at(MINUTE / 2) });
  await expect(rig.submit('early', BOTH)).rejects.toThrow('not its own');
  const { rig: second, gpu: other } = rigWith(MINUTE);
  using __ = second;
  other.world.container('younger', { labels: GPU_LABELS, createdAt: at(MINUTE) });
  second.world.container('web', { labels: LABELS, createdAt: at(0) });
  await second.submit('lab', BOTH);
  const [reported] = (await second.drain()).topologies;
  expect(reported?.createdAt).toBe(START);
});

test('an engine that is not heard keeps no other from being heard', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  gpu.changes = () => {
    throw unreachable();
  };
  rig.agent.start();
  await rig.time.pass(500);
  const { id } = rig.world.container('web');
  rig.engine.news.tell({ type: 'came', kind: 'container', id });
  await rig.time.pass(5_000);
  const before = rig.script.asked('find').length;
  await rig.submit('lab', { containers: [id] });
  // The agent has looked at it when it came.
  expect(rig.script.asked('find').length).toBe(before);
  expect(rig.log.lines.join('\n')).toContain('the engine gpu is not heard');
});

test('lists are joined; what does not answer is told with what the others have said', async () => {
  using time = new VirtualTime();
  const [main, gpu] = [new FakeEngine(time), new FakeEngine(time)];
  const engine = new EngineOfSites([siteNamed('main', main), siteNamed('gpu', gpu)]);
  const { id } = main.world.container('web', { labels: LABELS });
  gpu.world.network('net', { labels: LABELS });
  expect(await engine.countBridges()).toBe(1);
  expect(await engine.list()).toMatchObject([
    { kind: 'container', id, site: 'main' },
    { kind: 'network', name: 'net', site: 'gpu' },
  ]);
  expect((await engine.listLabelled('suite=lab')).map(({ name, site }) => [name, site])).toEqual([
    ['web', 'main'],
    ['net', 'gpu'],
  ]);
  gpu.script.fail('listLabelled', unreachable());
  const lost = await engine.listLabelled('suite=lab').catch((error: unknown) => error);
  expect(lost).toBeInstanceOf(SitesLost);
  expect(lost).toMatchObject({ fault: 'unreachable', answer: [{ name: 'web' }], message: /^gpu: / });
  main.script.fail('listLabelled', unreachable());
  await expect(engine.listLabelled('suite=lab')).rejects.not.toBeInstanceOf(SitesLost);
  expect(() => engine.at('tpu')).toThrow(EngineError);
});

test('the only engine of a session is asked as it is', () => {
  using time = new VirtualTime();
  const engine = new FakeEngine(time);
  expect(engineOf([{ ...siteNamed('main', engine) }])).toBe(engine);
});
