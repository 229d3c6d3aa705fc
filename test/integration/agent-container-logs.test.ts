import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

const SAVE = { inputs: { 'save-logs': 'always', 'stop-timeout': '1s' } };

const BOTH_OUTPUTS = 'echo to stdout; echo to stderr >&2';

test('the log of each container is saved before it is removed', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start(SAVE);
  const exited = await objects.container('exited', { command: BOTH_OUTPUTS, state: 'exited' });
  const last = await objects.container('last', {
    command: "trap 'echo last words; exit 0' TERM; while :; do sleep 1 & wait $!; done",
  });
  const terminal = await objects.container('terminal', {
    command: 'echo at a terminal',
    tty: true,
    state: 'exited',
  });
  const killed = await objects.container('killed', { command: "trap '' TERM; echo begun; sleep 600" });
  const containers = [exited, last, terminal, killed].map(({ name }) => name);
  await agent.submit({ id: 'lab', containers });
  const { topologies, leaks } = await agent.drain();
  expect(leaks).toEqual([]);
  const logs = new Map(
    topologies[0]?.logs.map(({ container, file = '' }) => [container, readFileSync(file, 'utf8')]),
  );
  expect(logs.get(exited.name)?.split('\n').sort()).toEqual(['', 'to stderr', 'to stdout']);
  expect(logs.get(last.name)).toBe('last words\n');
  expect(logs.get(terminal.name)).toBe('at a terminal\r\n');
  expect(logs.get(killed.name)).toBe('begun\n');
});

test('a container that the engine removes by itself is read along until it has stopped', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start(SAVE);
  const command = "echo begun; trap 'echo last words; exit 0' TERM; while :; do sleep 1 & wait $!; done";
  const gone = await objects.container('gone', { command, autoRemove: true });
  await agent.submit({ id: 'lab', containers: [gone.name] });
  const { topologies } = await agent.drain();
  const [log] = topologies[0]?.logs ?? [];
  expect(log).toMatchObject({ container: gone.name });
  expect(readFileSync(log?.file ?? '', 'utf8')).toBe('begun\nlast words\n');
});

test('a log that the engine does not keep holds nothing up, and is told', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start(SAVE);
  const silent = await objects.container('silent', { logDriver: 'none' });
  await agent.submit({ id: 'lab', containers: [silent.name] });
  const { topologies, leaks } = await agent.drain();
  expect(leaks).toEqual([]);
  expect(topologies[0]?.logs).toEqual([{ container: silent.name, error: expect.stringMatching(/\S/) }]);
});

test('none is saved unless that is asked for', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { name } = await objects.container('web');
  await agent.submit({ id: 'lab', containers: [name] });
  const { topologies } = await agent.drain();
  expect(topologies[0]?.logs).toEqual([]);
  expect(readdirSync(agent.folder)).not.toContain('logs');
});
