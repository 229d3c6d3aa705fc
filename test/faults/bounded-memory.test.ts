import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ApiAnswer } from '../runner/model/job-agent.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

const MIB = 1024 * 1024;

/** What an agent may take, whatever is asked of it. */
const MOST_MIB = 256;

const MINUTES = 180_000;

const AGAIN_MS = 20;

/** What the process has taken at its worst. */
const peakMib = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Where too many wait in the kernel already, connect(2) fails with EAGAIN. */
async function open(path: string): Promise<Socket> {
  for (;;) {
    const socket = connect(path);
    try {
      await once(socket, 'connect');
      return socket.on('error', () => {});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      await sleep(AGAIN_MS);
    }
  }
}

/** Listens to what happens, and reads nothing of it. */
async function listenDeaf({ socket: path }: AgentUnderTest): Promise<Socket> {
  const socket = await open(path);
  socket.write('GET /v1/events HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'readable');
  return socket;
}

/** Asks for all that there is, and reads nothing of it. */
async function listDeaf({ socket: path }: AgentUnderTest): Promise<Socket> {
  const socket = await open(path);
  socket.write('GET /v1/topologies HTTP/1.1\r\nhost: x\r\n\r\n');
  return socket;
}

/** Begins a request whose body does not end. */
async function half({ socket: path }: AgentUnderTest, bytes: number): Promise<Socket> {
  const socket = await open(path);
  socket.write(`POST /v1/topologies HTTP/1.1\r\nhost: x\r\ncontent-length: ${MIB}\r\n\r\n`);
  socket.write('x'.repeat(bytes));
  return socket;
}

/** As `AgentUnderTest.ask`, over a connection of its own; what is hung up on counts as not served. */
async function post({ socket: socketPath }: AgentUnderTest, body: unknown): Promise<ApiAnswer | undefined> {
  for (;;) {
    const asked = request({ socketPath, method: 'POST', path: '/v1/topologies', agent: false });
    asked.on('error', () => {});
    asked.end(JSON.stringify(body));
    try {
      const [response]: IncomingMessage[] = await once(asked, 'response');
      if (response === undefined) return undefined;
      return { status: response.statusCode ?? 0, body: JSON.parse(await text(response)) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return undefined;
      await sleep(AGAIN_MS);
    }
  }
}

const statuses = (answers: readonly (ApiAnswer | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = answer === undefined ? 'cut off' : `${answer.status} ${answer.body.code ?? ''}`.trim();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

test(`all at once, silent readers, huge bodies and thousands of names, take less than ${MOST_MIB} MiB`, {
  timeout: MINUTES,
}, async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const { pid } = (await agent.ask('GET', '/v1/status')).body;
  const readers = await Promise.all(Array.from({ length: 200 }, () => listenDeaf(agent)));
  const halves = await Promise.all(Array.from({ length: 300 }, () => half(agent, 900_000)));
  const metadata = Object.fromEntries(
    Array.from({ length: 225 }, (_, at) => [`key-${at}`, 'm'.repeat(4_000)]),
  );
  const kept = { ...metadata };
  for (const key of Object.keys(metadata).slice(3)) delete kept[key];
  const names = (count: number) => Array.from({ length: count }, (_, at) => `nobody-${at}`);
  const asked: Record<string, readonly (ApiAnswer | undefined)[]> = {
    'metadata of 900 KiB': await Promise.all(
      Array.from({ length: 283 }, (_, at) =>
        post(agent, { id: `large-${at}`, containers: ['nobody'], metadata }),
      ),
    ),
    'metadata of 12 kB': await Promise.all(
      Array.from({ length: 400 }, (_, at) =>
        post(agent, { id: `kept-${at}`, containers: ['nobody'], metadata: kept }),
      ),
    ),
    '20,000 names': [await post(agent, { id: 'names', containers: names(20_000) })],
    '500,000 wrong entries': [await post(agent, { id: 'wrong', containers: Array(500_000).fill(1) })],
    '100,000 unknown fields': [await post(agent, Object.fromEntries(names(60_000).map((name) => [name, 1])))],
    '2,000 names each': await Promise.all(
      Array.from({ length: 3 }, (_, at) => post(agent, { id: `many-${at}`, containers: names(2_000) })),
    ),
  };
  const lists = await Promise.all(Array.from({ length: 100 }, () => listDeaf(agent)));
  const told = Object.entries(asked).map(([what, answers]) => [what, statuses(answers)]);
  console.log(`door: ${JSON.stringify(Object.fromEntries(told))}; at most ${peakMib(pid)} MiB`);
  for (const socket of [...readers, ...halves, ...lists]) socket.destroy();
  expect(statuses(asked['20,000 names'] ?? [])).toEqual({ '400 invalid-submission': 1 });
  for (const answers of Object.values(asked)) expect(statuses(answers)).not.toHaveProperty('500 internal');
  expect(statuses(asked['metadata of 900 KiB'] ?? [])).not.toHaveProperty('202');
  expect(peakMib(pid)).toBeLessThan(MOST_MIB);
  // What is refused for now is taken a moment later.
  const box = await objects.container('box');
  expect((await agent.submit({ id: 'after', containers: [box.id] })).state).not.toBe('absent');
  await agent.untilTopology('after', 'stopped');
});
