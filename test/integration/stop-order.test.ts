import { expect, test } from 'vitest';
import { AgentUnderTest } from '../agent-under-test.ts';
import { EngineObjects } from '../engine-objects.ts';

/** Takes what log drivers send, and ends at SIGTERM. */
const collect = (port: number) =>
  `trap 'exit 0' TERM; nc -ll -p ${port} -e sh -c 'cat >/dev/null' & while :; do sleep 1 & wait $!; done`;

const CHATTER = "trap 'exit 0' TERM; while :; do echo hello; sleep 0.1; done";

const anyPort = () => 20_000 + Math.floor(Math.random() * 10_000);

const finishedAt = async (objects: EngineObjects, short: string) =>
  Date.parse((await objects.inspect(short)).State.FinishedAt);

test('a collector stops behind the containers whose logs it takes, and the engine stays well', async () => {
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
});

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
