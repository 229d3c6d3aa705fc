import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { submit } from '../../src/entry/client.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineClock } from '../support/engine-clock.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { lackOnPodman4 } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { killJob, leaseForProcess, untilClocksTell, untilNextSecond } from './dead-job.ts';

const LABEL = 'com.docker.compose.project';

async function startProxy(aheadMs: number): Promise<EngineProxy> {
  const proxy = await EngineProxy.start();
  proxy.disguises = [new EngineClock(proxy, aheadMs)];
  return proxy;
}

async function build(objects: EngineObjects, project: string): Promise<void> {
  const labels = { [LABEL]: project };
  const network = await objects.network('net', labels);
  const volume = await objects.volume('data', labels);
  await objects.container('web', { network: network.id, volume: volume.name, labels });
}

const ALL = ['net', 'data', 'web'];

const sameIds = lackOnPodman4('Podman 4 gives a network that is made anew the id of the one before');

const ONE_OF_EACH = { leaks: [], rejected: [], removed: { containers: 1, networks: 1, volumes: 1 } };

const freeNames = (objects: EngineObjects) =>
  objects.free({ container: ['web'], network: ['net'], volume: ['data'] });

// They mostly wait for the next second.
describe.concurrent.for([
  ['a minute ahead', 60_000],
  ['a minute behind', -60_000],
  ['a part of a second ahead', 700],
] as const)('an engine on this host whose clock is %s', ([, aheadMs]) => {
  test('a selector takes what was there before the submission, and nothing later', async () => {
    await using first = new EngineObjects();
    await using next = first.successor();
    await using proxy = await startProxy(aheadMs);
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    const project = first.named('shop');
    await untilNextSecond();
    await build(first, project);
    await untilNextSecond();
    await agent.submit({ id: 't', selectors: [`label=${LABEL}=${project}`] });
    await next.container('later', { labels: { [LABEL]: project } });
    expect(await agent.drain()).toMatchObject(ONE_OF_EACH);
    expect(await first.left()).toEqual([]);
    expect(await next.left()).toEqual(['later']);
  });

  test('what was there before the session is refused', async () => {
    await using objects = new EngineObjects();
    await using proxy = await startProxy(aheadMs);
    await build(objects, objects.named('shop'));
    await untilNextSecond();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    for (const [field, short] of [
      ['containers', 'web'],
      ['networks', 'net'],
      ['volumes', 'data'],
    ] as const)
      expect(await agent.ask('POST', '/v1/topologies', { [field]: [objects.named(short)] })).toMatchObject({
        status: 422,
        body: { errors: [{ field: `${field}[0]` }] },
      });
    expect(await agent.drain()).toMatchObject({ leaks: [], topologies: [] });
    expect(await objects.left()).toEqual(ALL);
  });

  test('what is spooled is what was there when its client wrote it', async () => {
    await using first = new EngineObjects();
    await using next = first.successor();
    await using proxy = await startProxy(aheadMs);
    await using agent = await AgentUnderTest.startProcess({ host: proxy.host });
    await untilNextSecond();
    const project = first.named('shop');
    await build(first, project);
    await first.container('worker');
    await killJob(agent);
    await untilClocksTell(agent);
    const address = { socket: agent.socket, spool: agent.spool };
    await submit({ id: 'by-name', containers: [first.named('worker')] }, address);
    await submit({ id: 'by-label', selectors: [`label=${LABEL}=${project}`] }, address);
    expect(readdirSync(agent.spool)).toHaveLength(2);
    await untilClocksTell(agent);
    await first.free({ container: ['worker'] });
    await next.container('worker');
    await next.container('later', { labels: { [LABEL]: project } });
    expect(await agent.drainInPlace()).toMatchObject(ONE_OF_EACH);
    expect(await first.left()).toEqual([]);
    expect(await next.left()).toEqual(['worker', 'later']);
  });

  test(
    'a sweep takes what a dead job had leased, and nothing of the next job',
    skippedFor(sameIds),
    async () => {
      await using first = new EngineObjects();
      await using next = first.successor();
      await using proxy = await startProxy(aheadMs);
      const project = first.named('shop');
      const selectors = [`label=${LABEL}=${project}`];
      const inputs = { 'sweep-labels': `tgc-swept=${project}` };
      await using agent = await AgentUnderTest.startProcess({ host: proxy.host, inputs });
      const lease = { id: 't', containers: [first.named('web')], selectors };
      await using owner = await leaseForProcess(agent, lease);
      await untilNextSecond();
      await build(first, project);
      await first.container('worker', { labels: { [LABEL]: project } });
      await first.container('swept', { labels: { 'tgc-swept': project } });
      await killJob(agent, owner);
      await freeNames(first);
      await build(next, project);
      await next.container('swept-2', { labels: { 'tgc-swept': project } });
      expect(await agent.sweep()).toMatchObject({ leaks: [], removed: { containers: 2 } });
      expect(await first.left()).toEqual([]);
      expect(await next.left()).toEqual([...ALL, 'swept-2']);
      expect(await next.isRunning('web')).toBe(true);
    },
  );
});
