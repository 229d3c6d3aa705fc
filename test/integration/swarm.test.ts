import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { SwarmObjects } from '../support/swarm-objects.ts';

const STACK = 'com.docker.stack.namespace';

const owned = new AsyncDisposableStack();
let engine: PrivateEngine;
let swarm: SwarmObjects;

describe('a manager of a Swarm', { timeout: 90_000, ...skippedFor(lackForEngines()) }, () => {
  beforeAll(async () => {
    engine = await startEngine(owned);
    swarm = await SwarmObjects.init(engine);
  }, 60_000);

  afterAll(() => owned.disposeAsync(), 30_000);

  test('a stack goes with its networks, secrets, configs and volumes, and nothing is left', async () => {
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const labels = { [STACK]: swarm.named('shop') };
    const network = await swarm.network('net', labels);
    await swarm.secret('key', labels);
    await swarm.config('conf', labels);
    await engine.docker.createVolume({ Name: swarm.named('data'), Labels: labels });
    const web = await swarm.service('web', {
      ...{ replicas: 2, networks: [network], secrets: [swarm.named('key')], labels, containerLabels: labels },
      volumes: [swarm.named('data')],
    });
    const body = { id: 'shop', stacks: [{ name: swarm.named('shop'), volumes: true }] };
    const taken = await agent.submit(body);
    expect(taken.members).toHaveLength(5);
    expect(taken.members.find(({ kind }) => kind === 'service')).toMatchObject({
      tasks: [{ isHere: true }, { isHere: true }],
      volumes: [swarm.named('data')],
    });
    const removed = await agent.submit({ id: 'shop' }, '?wait=removed');
    expect(removed.members.map(({ state, error }) => error ?? state)).toEqual(Array(5).fill('removed'));
    expect(await swarm.containersOf(web)).toEqual([]);
    expect(await swarm.left()).toEqual([]);
    const report = await agent.drain();
    expect(report.leaks).toEqual([]);
    expect(report.nodes).toBeUndefined();
  });

  test('the container of a task is refused, and its service is taken by either label of the session', async () => {
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const session = { 'topo-gc.session': agent.session };
    const web = await swarm.service('web', { containerLabels: session });
    await swarm.service('db', { labels: session });
    const [container = ''] = await swarm.containersOf(web);
    const refused = await agent.ask('POST', '/v1/topologies', { containers: [container] });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: [{ detail: expect.stringContaining(`is a task of service ${swarm.named('web')}`) }],
      },
    });
    const report = await agent.drain();
    expect(report.leaks).toEqual([]);
    expect(await swarm.left()).toEqual([]);
  });
});
