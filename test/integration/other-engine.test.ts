import { describe, expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { otherEngineId } from '../support/other-engine-id.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { lackForEngines, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { killJob, untilNextSecond } from './dead-job.ts';

const IN_PLACE = [
  ['the drain in place of a dead agent', (agent: AgentUnderTest) => agent.drainInPlace()],
  ['a sweep', (agent: AgentUnderTest) => agent.sweep()],
] as const;

const CHANGES = /^(DELETE|POST|PUT) /;

// The drain goes on, and has each request refused.
const slow = lackOnPodman('Podman takes longer to say who it is than a drain waits for it');

test.for(IN_PLACE)(
  '%s asks an engine of another id for nothing that changes it, and finishes with its own later',
  skippedFor(slow),
  async ([, drain]) => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.startProcess({ host: proxy.host });
    const volume = await objects.volume('data');
    const network = await objects.network('net');
    const { id } = await objects.container('box', { volume: volume.name, network: network.name });
    const labels = { 'topo-gc.session': agent.session };
    await objects.container('labelled', { labels });
    await agent.submit({ id: 't', containers: [id], networks: [network.id], volumes: [volume.name] });
    await killJob(agent);
    const before = proxy.requests.length;
    proxy.disguises = [otherEngineId('ANOTHER:ENGINE')];
    await expect(drain(agent)).rejects.toThrow(/ANOTHER:ENGINE/);
    expect(proxy.requests.slice(before).filter((request) => CHANGES.test(request))).toEqual([]);
    expect(await objects.left()).toEqual(['data', 'net', 'box', 'labelled']);
    expect(await objects.isRunning('labelled')).toBe(true);
    proxy.disguises = [];
    expect(await drain(agent)).toMatchObject({
      leaks: [],
      removed: { containers: 2, networks: 1, volumes: 1 },
    });
    expect(await objects.left()).toEqual([]);
  },
);

describe('an engine that comes behind the socket', skippedFor(lackForEngines()), () => {
  test.for(IN_PLACE)('keeps its older volume of the same name from %s', async ([, drain]) => {
    await using owned = new AsyncDisposableStack();
    const other = await startEngine(owned);
    await using theirs = new EngineObjects(other);
    await using own = new EngineObjects(undefined, theirs.named(''));
    await theirs.volume('data');
    await untilNextSecond();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.startProcess({ host: proxy.host });
    await own.volume('data');
    await agent.submit({ id: 't', volumes: [own.named('data')] });
    await killJob(agent);
    proxy.engine = other.host;
    await expect(drain(agent)).rejects.toThrow(/engine/);
    expect(await theirs.left()).toEqual(['data']);
    expect(await own.left()).toEqual(['data']);
  });
});
