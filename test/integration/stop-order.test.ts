import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackOnPodman } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';

/** Takes what log drivers send, and ends at SIGTERM. */
const collect = (port: number) =>
  `trap 'exit 0' TERM; nc -ll -p ${port} -e sh -c 'cat >/dev/null' & while :; do sleep 1 & wait $!; done`;

const CHATTER = "trap 'exit 0' TERM; while :; do echo hello; sleep 0.1; done";

const anyPort = () => 20_000 + Math.floor(Math.random() * 10_000);

const finishedAt = async (objects: EngineObjects, short: string) =>
  Date.parse((await objects.inspect(short)).State.FinishedAt);

const noDrivers = lackOnPodman('Podman has no log driver that sends logs to a container');

test(
  'a collector stops behind the containers whose logs it takes, and the engine stays well',
  skippedFor(noDrivers),
  async () => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start();
    const port = anyPort();
    const collector = await objects.container('collector', { port, command: collect(port) });
    const logOptions = { 'fluentd-address': `tcp://127.0.0.1:${port}` };
    const logs = { logDriver: 'fluentd', logOptions, command: CHATTER };
    const clients = [await objects.container('web', logs), await objects.container('db', logs)];
    const { id } = await agent.submit({ containers: [collector, ...clients].map((made) => made.id) });
    await agent.untilTopology(id, 'stopped');
    const [last, ...first] = await Promise.all(
      ['collector', 'web', 'db'].map((short) => finishedAt(objects, short)),
    );
    expect(last).toBeGreaterThanOrEqual(Math.max(...first));
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 3 } });
    expect(await objects.left()).toEqual([]);
  },
);

test('whose network is used by another stops behind it', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const proxy = await objects.container('proxy');
  const slow = "trap 'sleep 1; exit 0' TERM; while :; do sleep 0.1; done";
  const side = await objects.container('side', { network: `container:${proxy.id}`, command: slow });
  const { id } = await agent.submit({ containers: [proxy.id, side.id] });
  await agent.untilTopology(id, 'stopped');
  expect(await finishedAt(objects, 'proxy')).toBeGreaterThanOrEqual(await finishedAt(objects, 'side'));
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
});

test(
  'of a collector and 8 clients, the stop takes one stop more; with nothing to follow, none',
  skippedFor(noDrivers),
  async () => {
    await using objects = new EngineObjects();
    await using agent = await AgentUnderTest.start();
    const port = anyPort();
    const logOptions = { 'fluentd-address': `tcp://127.0.0.1:${port}` };
    const stopping = async (name: string, clients: Parameters<EngineObjects['container']>[1]) => {
      const collector = await objects.container(`${name}-collector`, { port, command: collect(port) });
      const names = Array.from({ length: 8 }, (_, at) => `${name}-${at}`);
      const made = await Promise.all(names.map((short) => objects.container(short, clients)));
      const { id } = await agent.submit({ containers: [collector, ...made].map((each) => each.id) });
      await agent.untilTopology(id, 'stopped');
      const { submittedAt, members } = await agent.topology(id);
      await agent.ask('POST', '/v1/collections?wait=true');
      return {
        took: Math.max(...members.map(({ stoppedAt = 0 }) => stoppedAt)) - submittedAt,
        orders: members.filter((member) => 'stopsAfter' in member).length,
      };
    };
    const beside = await stopping('beside', { command: CHATTER });
    const behind = await stopping('behind', { command: CHATTER, logDriver: 'fluentd', logOptions });
    console.info(`side by side: ${beside.took} ms; the collector behind its clients: ${behind.took} ms`);
    expect([beside.orders, behind.orders]).toEqual([0, 1]);
  },
);
