import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';

const MIB = 1024 * 1024;
const CONNECTIONS = 1_000;

/** More than the limit, so that some of them are refused. */
const CROWD = CONNECTIONS + 100;
const AGAIN_MS = 20;

/** A thousand connections may take no more than this, in bytes. */
const MOST = 64 * MIB;

const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

/** Where too many wait in the kernel already, connect(2) fails with EAGAIN. Hangs up only where the agent does. */
async function open(path: string, sends: string): Promise<Socket> {
  for (;;) {
    const socket = connect({ path, allowHalfOpen: true });
    try {
      await once(socket, 'connect');
      socket.on('error', () => {}).write(sends);
      return socket;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      await sleep(AGAIN_MS);
    }
  }
}

/** What the agent answers to these bytes before it hangs up. */
async function answerTo(path: string, sends: string): Promise<string> {
  const socket = await open(path, sends);
  return text(socket);
}

const HALF = 'POST /v1/topologies HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"containers": [';

test(`${CROWD} connections at once are served or refused, in bounded memory, and the next client is served`, async () => {
  await using agent = await AgentUnderTest.startProcess();
  const { pid } = (await agent.ask('GET', '/v1/status')).body;
  const before = residentOf(pid);
  const sockets = await Promise.all(
    Array.from({ length: CROWD }, (_, at) => open(agent.socket, at % 2 ? HALF : '')),
  );
  for (const socket of sockets) socket.resume();
  const refused = () => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length;
  // Those beyond the limit are hung up on.
  await vi.waitUntil(() => refused() >= CROWD - CONNECTIONS, { timeout: 30_000 });
  const crowded = residentOf(pid);
  expect(crowded - before).toBeLessThan(MOST);
  for (const socket of sockets) socket.destroy();
  const isServed = () => agent.ask('GET', '/healthz').then(Boolean, () => false);
  await vi.waitUntil(isServed, { timeout: 30_000 });
  expect((await agent.submit({ id: 'after', containers: ['nobody'] })).state).toBe('absent');
  console.log(`door: ${CROWD} connections took ${(crowded - before) / MIB} MiB`);
});

describe('what does not become a request in time is answered, and hung up on', () => {
  test('slow and half requests: 408', async () => {
    await using agent = await AgentUnderTest.startProcess();
    const begun = 'GET /healthz HTTP/1.1\r\nhost: ';
    const slow = await open(agent.socket, begun);
    const trickle = setInterval(() => slow.write('x'), 500);
    const answers = await Promise.all([
      text(slow),
      answerTo(agent.socket, begun),
      answerTo(agent.socket, HALF),
    ]);
    clearInterval(trickle);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 .*connection: close.*"too-slow"/s);
    expect((await agent.ask('GET', '/healthz')).status).toBe(200);
  });

  test('headers beyond the limit: 400', async () => {
    await using agent = await AgentUnderTest.startProcess();
    const field = `x-a: ${'a'.repeat(1_000)}\r\n`;
    const answer = await answerTo(
      agent.socket,
      `GET /healthz HTTP/1.1\r\nhost: x\r\n${field.repeat(40)}\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4(00|31) /);
    expect((await agent.ask('GET', '/healthz')).status).toBe(200);
  });
});
