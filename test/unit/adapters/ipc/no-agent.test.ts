import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AgentClient } from '../../../../src/adapters/ipc/agent-client.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

/** The agent never answers: how long a client waits for that, in ms. */
const SHORT_MS = 50;

describe('without an agent', () => {
  test.each([
    ['there is no socket', 'nothing.sock'],
    ['the path is too long for one', `${'x'.repeat(200)}.sock`],
  ])('the error names the socket: %s', async (_, name) => {
    using folder = new TemporaryFolder();
    const client = new AgentClient(folder.file(name));
    await expect(client.get('/healthz')).rejects.toMatchObject({
      code: 'agent-not-found',
      message: expect.stringContaining(name),
    });
    client.close();
  });

  /** Something else that answers every connection with these bytes. */
  async function answering(
    bytes: string | undefined,
    ask: (client: AgentClient) => Promise<void>,
  ): Promise<void> {
    using folder = new TemporaryFolder();
    const server = createServer((socket) => {
      socket.on('error', () => {});
      if (bytes !== undefined) socket.end(bytes);
    });
    server.listen(folder.file('other.sock'));
    await once(server, 'listening');
    const client = new AgentClient(folder.file('other.sock'));
    try {
      await ask(client);
    } finally {
      client.close();
      server.close();
    }
  }

  const http = (status: number, body: string) =>
    `HTTP/1.1 ${status} Whatever\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;

  test.each([
    ['nothing at all', ''],
    ['no HTTP', 'SSH-2.0-OpenSSH\r\n'],
    ['no JSON', http(200, '<html>')],
    ['half an answer', http(200, '{"a":1}').slice(0, -3)],
    ['a failure that is no problem document', http(502, '<html>')],
  ])('what answers is no agent: %s', async (_, bytes) => {
    await answering(bytes, async (client) => {
      await expect(client.get('/v1/status')).rejects.toMatchObject({
        name: 'TopoGcError',
        code: 'agent-not-found',
      });
      const drain = client.drain({ final: false, onProgress: () => {} });
      await expect(drain).rejects.toMatchObject({ code: 'agent-not-found' });
    });
  });

  test('a failure that says nothing is an error', async () => {
    await answering(http(500, 'null'), async (client) => {
      await expect(client.get('/v1/status')).rejects.toMatchObject({ name: 'TopoGcError', code: 'internal' });
    });
  });

  test('one that is stopped does not answer in time', async () => {
    await answering(undefined, async (client) => {
      await expect(client.get('/healthz', { timeoutMs: SHORT_MS })).rejects.toMatchObject({
        code: 'agent-not-found',
        message: expect.stringMatching(/^The agent at .* has not answered within 0\.05 s$/),
      });
    });
  });
});
