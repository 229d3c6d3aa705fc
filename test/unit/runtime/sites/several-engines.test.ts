import { expect, test } from 'vitest';
import { EngineError } from '../../../../src/domain/engine.ts';
import { type Site, SitesLost } from '../../../../src/domain/site.ts';
import { EngineOfSites, engineOf } from '../../../../src/runtime/sites/engine-of-sites.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { ENGINE, FakeEngine, TRAITS, unreachable } from '../../../fakes/fake-engine.ts';
import { START, VirtualTime } from '../../../fakes/virtual-time.ts';

const MINUTE = 60_000;
const LABELS = { suite: 'lab' };
const at = (ms: number) => new Date(START + ms).toISOString();

const rigWith = (aheadMs = 0) => {
  const rig = new AgentRig({ beside: { gpu: aheadMs } });
  const gpu = rig.beside.get('gpu');
  if (gpu === undefined) throw new Error('the rig has no engine gpu');
  return { rig, gpu };
};

const siteNamed = (name: string, engine: FakeEngine): Site => ({
  name,
  engine,
  identity: ENGINE,
  traits: TRAITS,
  startedAt: at(0),
  guarded: { containers: [], networks: [] },
});

test('each engine is asked for its own members, which carry the name of their site', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web', { labels: LABELS });
  rig.world.volume('data', { labels: LABELS });
  gpu.world.container('model', { labels: LABELS });
  gpu.world.volume('data', { labels: LABELS });
  await rig.submit('lab', { labels: ['suite=lab'] });
  const sites = rig.topology('lab').members.map(({ kind, name, site }) => `${site} ${kind} ${name}`);
  expect(sites.toSorted()).toEqual([
    'gpu container model',
    'gpu volume data',
    'main container web',
    'main volume data',
  ]);
  const report = await rig.drain();
  expect(report).toMatchObject({ removed: { containers: 2, volumes: 2 }, leaks: [] });
  expect([rig.world.names, gpu.world.names]).toEqual([[], []]);
  expect(rig.script.asked('stop')).toEqual(['web']);
  expect(gpu.script.asked('stop')).toEqual(['model']);
});

test('an engine that is lost takes only its own members with it', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web', { labels: LABELS });
  gpu.world.container('model', { labels: LABELS });
  await rig.submit('lab', { labels: ['suite=lab'] });
  for (const call of ['stop', 'remove', 'find', 'kill', 'list', 'listLabelled'] as const)
    gpu.script.fail(call, unreachable());
  const report = await rig.drain({ budgetMs: MINUTE });
  expect(rig.world.names).toEqual([]);
  expect(rig.states('lab')).toMatchObject({ web: 'removed' });
  expect(report.leaks.map(({ name }) => name)).toEqual(['model']);
});

test('what the others have is taken where one does not tell what a selector finds', async () => {
  const { rig, gpu } = rigWith();
  using _ = rig;
  rig.world.container('web', { labels: LABELS });
  gpu.script.fail('listLabelled', unreachable());
  await rig.submit('lab', { labels: ['suite=lab'] });
  expect(rig.topology('lab').members.map(({ name }) => name)).toEqual(['web']);
  expect(rig.agent.untaken(rig.topology('lab').id)).toMatchObject([
    { detail: expect.stringContaining('gpu') },
  ]);
});

test('a member is older or younger than the session by the clock of its own engine', async () => {
  const { rig, gpu } = rigWith(MINUTE);
  using _ = rig;
  gpu.world.container('older', { labels: LABELS, createdAt: at(MINUTE / 2) });
  await expect(rig.submit('early', { labels: ['suite=lab'] })).rejects.toThrow('not its own');
  const { rig: second, gpu: other } = rigWith(MINUTE);
  using __ = second;
  other.world.container('younger', { labels: LABELS, createdAt: at(MINUTE) });
  second.world.container('web', { labels: LABELS, createdAt: at(0) });
  await second.submit('lab', { labels: ['suite=lab'] });
  const [reported] = (await second.drain()).topologies;
  expect(reported?.createdAt).toBe(START);
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
