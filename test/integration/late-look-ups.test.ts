import { expect, test, vi } from 'vitest';
import { LOOK_MS } from '../../src/runtime/intake/leases.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { lackOnPodman4 } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';
import { killJob, leaseForProcess, SURELY_MS, untilNextSecond } from './dead-job.ts';

/** Waits until the agent has seen the owners of its leases alive after all that is there now. */
async function untilSeen(): Promise<void> {
  const seen = Date.now() + SURELY_MS + 2 * LOOK_MS;
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(seen), { timeout: 5_000 });
}

/** What a job builds, and the next one under the same names and labels. */
async function build(objects: EngineObjects, labels: Readonly<Record<string, string>> = {}): Promise<void> {
  const network = await objects.network('net', labels);
  const volume = await objects.volume('data', labels);
  await objects.container('web', { network: network.id, volume: volume.name, labels });
}

/** Every name that `build` gives. */
const names = (objects: EngineObjects) => ({
  containers: [objects.named('web')],
  networks: [objects.named('net')],
  volumes: [objects.named('data')],
});

const ALL = ['net', 'data', 'web'];

const sameIds = lackOnPodman4('Podman 4 gives a network that is made anew the id of the one before');

/** As `docker compose down --volumes` of the next job does. */
const freeNames = (objects: EngineObjects) =>
  objects.free({ container: ['web'], network: ['net'], volume: ['data'] });

test.concurrent('a sweep takes what a dead job had leased by a selector, and that was built while its agent lived', async () => {
  await using objects = new EngineObjects();
  const project = objects.named('shop');
  const label = 'com.docker.compose.project';
  await using agent = await AgentUnderTest.startProcess();
  await using owner = await leaseForProcess(agent, { id: 't', selectors: [`label=${label}=${project}`] });
  await build(objects, { [label]: project });
  await killJob(agent, owner);
  expect(await agent.sweep()).toMatchObject({
    leaks: [],
    removed: { containers: 1, networks: 1, volumes: 1 },
  });
  expect(await objects.left()).toEqual([]);
});

test.concurrent(
  'a sweep leaves what the next job has built under the selector of a dead job',
  skippedFor(sameIds),
  async () => {
    await using first = new EngineObjects();
    await using next = first.successor();
    const project = first.named('shop');
    const labels = { 'com.docker.compose.project': project };
    await using agent = await AgentUnderTest.startProcess();
    const submission = { id: 't', selectors: [`label=com.docker.compose.project=${project}`] };
    await using owner = await leaseForProcess(agent, submission);
    await build(first, labels);
    await first.container('worker', { labels });
    await killJob(agent, owner);
    await freeNames(first);
    await build(next, labels);
    expect(await agent.sweep()).toMatchObject({ leaks: [], removed: { containers: 1 } });
    expect(await first.left()).toEqual([]);
    expect(await next.left()).toEqual(ALL);
    expect(await next.isRunning('web')).toBe(true);
  },
);

test.concurrent('a sweep takes what a dead job had leased by name before it was built, while its agent lived', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  await using owner = await leaseForProcess(agent, { id: 't', ...names(objects) });
  await build(objects);
  await killJob(agent, owner);
  expect(await agent.sweep()).toMatchObject({
    leaks: [],
    removed: { containers: 1, networks: 1, volumes: 1 },
  });
  expect(await objects.left()).toEqual([]);
});

test.concurrent('a sweep leaves what the next job has built under names that a dead job had leased', async () => {
  await using next = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  await using owner = await leaseForProcess(agent, { id: 't', ...names(next) });
  await killJob(agent, owner);
  await build(next);
  expect(await agent.sweep()).toMatchObject({ leaks: [], removed: { containers: 0 } });
  expect(await next.left()).toEqual(ALL);
  expect(await next.isRunning('web')).toBe(true);
});

test.concurrent(
  'a sweep leaves what the next job has built under names that a dead job had leased while they were its own',
  skippedFor(sameIds),
  async () => {
    await using first = new EngineObjects();
    await using next = first.successor();
    await using agent = await AgentUnderTest.startProcess();
    await build(first);
    await using owner = await leaseForProcess(agent, { id: 't', ...names(first) });
    await killJob(agent, owner);
    await freeNames(first);
    await build(next);
    // What is gone by itself counts as removed.
    expect(await agent.sweep()).toMatchObject({ leaks: [], removed: { containers: 1, networks: 1 } });
    expect(await next.left()).toEqual(ALL);
    expect(await next.isRunning('web')).toBe(true);
  },
);

test.concurrent('what takes the place of a dead agent leaves what was built under the names of a lease since', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const label = objects.named('suite');
  const submission = { id: 't', ...names(objects), selectors: [`label=${label}=vlan`] };
  await using owner = await leaseForProcess(agent, submission);
  await objects.container('of-the-lease', { labels: { [label]: 'vlan' } });
  await killJob(agent, owner);
  await build(objects, { [label]: 'vlan' });
  expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(await objects.left()).toEqual(ALL);
  expect(await objects.isRunning('web')).toBe(true);
});

test.concurrent('a lease that ends while the engine can’t be asked takes nothing that was built after its end', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const label = objects.named('suite');
  const labels = { [label]: 'vlan' };
  const submission = { id: 't', ...names(objects), selectors: [`label=${label}=vlan`] };
  await using owner = await leaseForProcess(agent, submission);
  await objects.container('of-the-lease', { labels });
  await untilSeen();
  let refusals = 0;
  proxy.meddle = (request) => {
    if (!/^GET \/(containers|networks|volumes)\b/.test(request)) return undefined;
    refusals += 1;
    return { status: 500, message: 'not now' };
  };
  owner.child.kill('SIGKILL');
  await owner.exited();
  // The agent knows that it is over when it asks.
  await vi.waitUntil(() => refusals > 0, { timeout: 10_000 });
  // An engine may tell whole seconds of a volume.
  await untilNextSecond();
  await build(objects, labels);
  proxy.meddle = () => undefined;
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(await objects.left()).toEqual(ALL);
  expect(await objects.isRunning('web')).toBe(true);
});

test.concurrent('what a lease is extended by and is not there yet is looked up at its end, also where its name begins another', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  await objects.volume('data-2');
  await using owner = await leaseForProcess(agent, { id: 't', volumes: [objects.named('data-2')] });
  const extended = { id: 't', volumes: [objects.named('data')], owner: { pid: owner.pid } };
  expect(await agent.ask('POST', '/v1/leases', extended)).toMatchObject({ status: 200 });
  await objects.volume('data');
  await untilSeen();
  owner.child.kill('SIGKILL');
  await vi.waitUntil(async () => (await agent.topology('t')).state !== 'leased', { timeout: 10_000 });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { volumes: 2 } });
  expect(await objects.left()).toEqual([]);
});
