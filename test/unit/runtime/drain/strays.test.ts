import { describe, expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import type { MemberKey } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { ENGINE, rejected, unreachable } from '../../../fakes/fake-engine.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const at = (ms: number) => new Date(START + ms).toISOString();
const COLLECT = { strays: 'collect' };
const LATER = { createdAt: at(SECOND) };

const namesOf = (strays: { readonly members: readonly { readonly name: string }[] } | undefined) =>
  strays?.members.map(({ name }) => name);

describe('what nobody has handed over is told', () => {
  test('of every kind that clients name, with when it was made and by which image', async () => {
    using rig = new AgentRig();
    const { id } = rig.world.container('web', { image: 'nginx', ...LATER });
    rig.world.network('net', LATER);
    rig.world.volume('data', LATER);
    rig.world.container('handed-over', LATER);
    await rig.submit('lab', { containers: ['handed-over'] });
    const report = await rig.drain({ final: true });
    expect(report.strays).toEqual({
      members: [
        { kind: 'container', id, name: 'web', image: 'nginx', ...LATER },
        expect.objectContaining({ kind: 'network', name: 'net' }),
        expect.objectContaining({ kind: 'volume', name: 'data' }),
      ],
    });
    expect(report.leaks).toEqual([]);
    expect(rig.world.names).toEqual(['web', 'net', 'data']);
    expect(rig.log.lines.join('\n')).toMatch(
      /left: container web: made at 2026-11-24T10:00:01Z, by image nginx, not handed over/,
    );
  });

  test('also by a drain before the end, at which it may still be in use', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.world.container('web', LATER);
    await rig.lease('lab', { containers: [rig.world.container('leased', LATER).id] });
    expect(namesOf((await rig.drain()).strays)).toEqual(['web']);
    expect(rig.world.isRunning('web')).toBe(true);
  });

  test('strays: ignore does not look for it', async () => {
    using rig = new AgentRig({ inputs: { strays: 'ignore' } });
    rig.world.container('web', LATER);
    expect(await rig.drain({ final: true })).not.toHaveProperty('strays');
    expect(rig.script.asked('find')).toEqual([]);
  });

  test('strays: fail makes the final drain fail, and no other', async () => {
    using rig = new AgentRig({ inputs: { strays: 'fail' } });
    rig.world.container('web', LATER);
    expect((await rig.drain()).strays).not.toHaveProperty('isFailure');
    expect((await rig.drain({ final: true })).strays).toMatchObject({ isFailure: true });
  });

  test('a look-up that fails hides nothing', async () => {
    using rig = new AgentRig({ inputs: { strays: 'fail' } });
    const { id } = rig.world.container('web', LATER);
    rig.script.fail('find', rejected('no such thing as an answer'), { of: id });
    expect((await rig.drain({ final: true })).strays).toMatchObject({
      members: [
        { name: 'web', cause: 'unresolved', why: 'could not be looked up: no such thing as an answer' },
      ],
      isFailure: true,
    });
  });

  test('an engine that does not list leaves it unconfirmed', async () => {
    using rig = new AgentRig();
    rig.script.fail('list', unreachable());
    const report = await rig.drain({ final: true, budgetMs: 20 * SECOND });
    expect(report).toMatchObject({ unconfirmed: expect.stringContaining('ECONNREFUSED') });
    expect(report).not.toHaveProperty('strays');
  });
});

describe('what is somebody else’s is no stray', () => {
  test.each(['report', 'collect'])('strays: %s', async (strays) => {
    const guarded = { containers: ['service'], networks: ['own-net'], volumes: ['theirs'] };
    using rig = new AgentRig({ inputs: { strays, protect: 'false' }, guarded });
    rig.world.container('older', { createdAt: at(-1) });
    rig.world.container('service', LATER);
    rig.world.network('bridge', LATER);
    rig.world.network('own-net', LATER);
    rig.world.volume('theirs', { createdAt: at(-SECOND) });
    rig.world.container('other-session', { labels: { 'topo-gc.session': 's2' }, createdAt: at(-SECOND) });
    rig.world.container('ryuk', { labels: { 'org.testcontainers.ryuk': 'true' }, ...LATER });
    rig.world.container('buildx_buildkit_b0', LATER);
    const { id } = rig.world.container('held', LATER);
    rig.held.set(`container:${id}` as MemberKey, 's3');
    const names = rig.world.names;
    const report = await rig.drain({ final: true });
    expect(report).not.toHaveProperty('strays');
    expect(report.leaks).toEqual([]);
    expect(rig.world.names).toEqual(names);
  });

  test('nor is what containers of others use, and what belongs to a job of another runner', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    const others = { labels: { 'topo-gc.session': 's2' }, createdAt: at(-SECOND) };
    const runners = `github_network_${'0'.repeat(32)}`;
    rig.world.network('their-net', LATER);
    rig.world.volume('their-data', LATER);
    rig.world.container('theirs', { networks: ['their-net'], volumes: ['their-data'], ...others });
    rig.world.network(runners, LATER);
    rig.world.volume('postgres-data', LATER);
    rig.world.container('postgres', { networks: [runners], volumes: ['postgres-data'], ...LATER });
    const names = rig.world.names;
    expect(await rig.drain({ final: true })).toMatchObject({ leaks: [] });
    expect(rig.world.names).toEqual(names);
  });

  test('what was named and refused stays, and is told once', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.world.container('typo', LATER);
    rig.script.fail('find', unreachable(), { of: 'typo', times: 100 });
    await rig.submit('lab', { containers: ['typo'] }).catch(() => undefined);
    const { leaks, strays } = await rig.drain({ final: true, budgetMs: 20 * SECOND });
    expect(strays).toBeUndefined();
    expect(leaks.map(({ name, cause }) => [name, cause])).toEqual([['typo', 'unresolved']]);
  });
});

describe('strays: collect', () => {
  test('takes them with their stop and grace, networks and volumes after containers, and confirms it', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.world.network('net', LATER);
    rig.world.volume('data', LATER);
    rig.world.container('web', { networks: ['net'], volumes: ['data'], graceMs: 5 * SECOND, ...LATER });
    const report = await rig.drain({ final: true });
    expect(rig.world.names).toEqual([]);
    expect(report).toMatchObject({ removed: { containers: 1, networks: 1, volumes: 1 }, leaks: [] });
    expect(report).not.toHaveProperty('strays');
    expect(report.topologies.map(({ id, name }) => [id, name])).toEqual([['strays', 'strays']]);
    expect(rig.script.asked('stop')).toHaveLength(1);
  });

  test('takes what comes while the drain is at work', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.world.container('first', LATER);
    rig.script.before('remove', () => void rig.world.container('second', LATER), { of: 'first', times: 1 });
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 2 }, leaks: [] });
    expect(rig.world.names).toEqual([]);
  });

  test('what comes too late is a leak', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    let lists = 0;
    rig.script.before('list', () => {
      lists += 1;
      if (lists === 3) rig.world.container('late', { image: 'nginx', ...LATER });
    });
    expect((await rig.drain({ final: true })).leaks).toMatchObject([
      {
        topology: 'strays',
        name: 'late',
        cause: 'stray',
        reason: expect.stringMatching(/^made at .*, by image nginx, not handed over, and was still there/),
      },
    ]);
  });

  test('what can not be removed is a leak in the words of the engine', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.world.container('web', LATER);
    rig.script.fail('remove', rejected('driver failed'), { of: 'web' });
    expect((await rig.drain({ final: true })).leaks).toMatchObject([
      { topology: 'strays', name: 'web', cause: 'failed', reason: 'driver failed' },
    ]);
  });

  test('leaves what would be made anew, and says by whom', async () => {
    using rig = new AgentRig({ inputs: COLLECT });
    const labels = { 'com.docker.swarm.task.id': 't1', 'com.docker.swarm.service.name': 'shop' };
    rig.world.container('shop.1', { labels, ...LATER });
    expect((await rig.drain({ final: true })).leaks).toMatchObject([
      {
        name: 'shop.1',
        cause: 'owned-elsewhere',
        reason: expect.stringContaining('hand over the service (--service shop)'),
      },
    ]);
    expect(rig.world.isRunning('shop.1')).toBe(true);
  });
});

describe('strays: collect takes nothing on an engine that others use too', () => {
  const neighbour = {
    id: 's2',
    engineId: ENGINE.id,
    startedAt: at(-60 * SECOND),
    lastAlive: hostMoment(START + SECOND),
  };

  test.each([
    ['an agent of this host', (rig: AgentRig) => void rig.neighbours.push(neighbour)],
    [
      'what carries the label of another session',
      (rig: AgentRig) =>
        void rig.world.container('theirs', { labels: { 'topo-gc.session': 's2' }, ...LATER }),
    ],
  ])('as shown by %s', async (_, show) => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.world.container('web', LATER);
    show(rig);
    expect((await rig.drain({ final: true })).leaks).toMatchObject([
      { name: 'web', cause: 'unsure', reason: expect.stringMatching(/it may be of s2, on the same engine$/) },
    ]);
    expect(rig.world.isRunning('web')).toBe(true);
  });

  test.each([
    ['an agent that died before', { lastAlive: hostMoment(START - SECOND) }],
    ['an agent on another engine', { engineId: 'OTHER' }],
  ])('%s is not one of them', async (_, different) => {
    using rig = new AgentRig({ inputs: COLLECT });
    rig.neighbours.push({ ...neighbour, ...different });
    rig.world.container('web', LATER);
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1 }, leaks: [] });
  });

  test('strays that are only told come with the sessions that they may belong to', async () => {
    using rig = new AgentRig();
    rig.neighbours.push(neighbour);
    rig.world.container('web', LATER);
    expect((await rig.drain({ final: true })).strays).toMatchObject({ others: ['s2'] });
  });
});

describe('of a session that is over', () => {
  const predecessor = { lastAlive: hostMoment(START + 5 * SECOND), isJobOver: true };

  test('only what was made before its agent was last alive counts, and it fails no job', async () => {
    using rig = new AgentRig({ inputs: { strays: 'fail' }, predecessor });
    rig.world.container('before', { createdAt: at(4 * SECOND) });
    rig.world.container('after', { createdAt: at(6 * SECOND) });
    const { strays } = await rig.drain({ final: true });
    expect(namesOf(strays)).toEqual(['before']);
    expect(strays).not.toHaveProperty('isFailure');
  });

  test('the agent of the next job does not keep it from being collected', async () => {
    using rig = new AgentRig({ inputs: COLLECT, predecessor });
    const next = {
      id: 's2',
      engineId: ENGINE.id,
      startedAt: at(60 * SECOND),
      lastAlive: hostMoment(START + 90 * SECOND),
    };
    rig.neighbours.push(next);
    rig.world.container('before', { createdAt: at(4 * SECOND) });
    rig.world.container('next-job', { createdAt: at(70 * SECOND) });
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(rig.world.names).toEqual(['next-job']);
  });
});
