import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrivatePodman } from '../../scripts/engine/private-podman.ts';
import { locateEngine } from '../../src/session/locate-engine.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForPodman, startPodman } from '../support/podman-service.ts';
import { skippedFor } from '../support/skipped.ts';

describe("Podman's Docker-compatible service", { timeout: 120_000, ...skippedFor(lackForPodman()) }, () => {
  const owned = new AsyncDisposableStack();
  let podman: PrivatePodman;
  let host: string;

  beforeAll(async () => {
    podman = await startPodman(owned);
    ({ host } = podman);
  }, 120_000);
  afterAll(() => owned.disposeAsync(), 120_000);

  test('is the same engine each time it is asked', async () => {
    const { id } = await locateEngine(host, process.env);
    expect((await locateEngine(host, process.env)).id).toBe(id);
  });

  test('an agent works there as anywhere', async () => {
    await using objects = new EngineObjects(podman);
    const before = await objects.container('before');
    await using agent = await AgentUnderTest.start({ host });
    const network = await objects.network('net');
    const volume = await objects.volume('data');
    const web = await objects.container('web', { network: network.name, volume: volume.name });
    const db = await objects.container('db', { network: network.name, anonymousVolume: true });
    const [anonymous = { Name: '' }] = (await objects.inspect('db')).Mounts;
    await expect(agent.submit({ containers: [before.id] })).rejects.toMatchObject({ code: 'refused' });
    await agent.submit({ containers: [web.id, db.name], networks: [network.id], volumes: [volume.name] });
    const report = await agent.drain();
    expect(report).toMatchObject({ leaks: [], removed: { containers: 2, networks: 1, volumes: 2 } });
    expect(await objects.left()).toEqual(['before']);
    expect(await objects.hasVolume(anonymous.Name ?? '')).toBe(false);
  });

  test.for([
    ['that is paused', { state: 'paused' }],
    ['that ignores its stop signal', { stubborn: true }],
    ['that ignores it and is always restarted', { stubborn: true, restart: 'always' }],
    ['that is always restarted', { restart: 'always' }],
    ['that has exited', { state: 'exited', command: 'true' }],
    ['that never ran', { state: 'created' }],
    ['that removes itself', { autoRemove: true }],
  ] as const)('a container %s goes', async ([, options]) => {
    await using objects = new EngineObjects(podman);
    await using agent = await AgentUnderTest.start({ host });
    const { id } = await objects.container('web', options);
    await agent.submit({ containers: [id], stopTimeout: '1s' });
    expect(await agent.drain()).toMatchObject({ leaks: [] });
    expect(await objects.left()).toEqual([]);
  });

  test('an unnamed volume from before the session stays, also where a container has it by its name', async () => {
    await using objects = new EngineObjects(podman);
    await objects.container('old', { anonymousVolume: true });
    const [{ Name: volume = '' } = {}] = (await objects.inspect('old')).Mounts;
    await objects.at('old').remove({ force: true });
    await using agent = await AgentUnderTest.start({ host });
    const { id } = await objects.container('new', { volume });
    await agent.submit({ containers: [id] });
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 0 } });
    expect(await objects.hasVolume(volume)).toBe(true);
  });

  test('a network goes by itself while stopped containers have it', async () => {
    await using objects = new EngineObjects(podman);
    await using agent = await AgentUnderTest.start({ host });
    const network = await objects.network('net');
    const { id } = await objects.container('box', { network: network.name });
    await agent.submit({ id: 'containers', containers: [id] }, '?wait=stopped');
    await agent.submit({ id: 'networks', networks: [network.id] });
    const asked = await agent.ask('POST', '/v1/collections?wait=true', { topologies: ['networks'] });
    expect(asked.body).toMatchObject({ removed: { networks: 1 }, failed: 0 });
    expect(await objects.left()).toEqual(['box']);
    expect(await agent.drain()).toMatchObject({ leaks: [] });
  });

  test('a network that somebody uses is a leak, named with its holder', async () => {
    await using objects = new EngineObjects(podman);
    await using agent = await AgentUnderTest.start({ host });
    const network = await objects.network('net');
    const mine = await objects.container('mine', { network: network.name });
    const other = await objects.container('other', { network: network.name });
    await agent.submit({ containers: [mine.id], networks: [network.id] });
    const { leaks } = await agent.drain();
    expect(leaks).toMatchObject([{ kind: 'network', name: network.name, cause: 'in-use' }]);
    expect(leaks[0]?.reason).toContain(`(held by ${other.name})`);
    expect(await objects.left()).toEqual(['net', 'other']);
  });

  test('what carries a label goes with the drain, and so does what a selector means', async () => {
    await using objects = new EngineObjects(podman);
    const label = { 'tgc-test': objects.named('label') };
    const given = `tgc-test=${objects.named('label')}`;
    await using agent = await AgentUnderTest.start({ host, inputs: { 'sweep-labels': given } });
    await objects.container('web', { labels: label });
    await objects.network('net', label);
    await objects.container('mine', { labels: { 'topo-gc.session': agent.session } });
    await objects.volume('data', { shop: objects.named('shop') });
    await agent.submit({ selectors: [`label=shop=${objects.named('shop')}`] });
    expect(await agent.drain()).toMatchObject({ leaks: [] });
    expect(await objects.left()).toEqual([]);
  });

  test('who takes the place of an agent that died does its work', async () => {
    await using objects = new EngineObjects(podman);
    await using agent = await AgentUnderTest.startProcess({ host });
    const network = await objects.network('net');
    const web = await objects.container('web', { network: network.name });
    await agent.submit({ containers: [web.id], networks: [network.id] });
    await agent.kill();
    expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 1, networks: 1 } });
    expect(await objects.left()).toEqual([]);
  });
});
