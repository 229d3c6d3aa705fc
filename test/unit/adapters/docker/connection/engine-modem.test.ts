import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../../scripts/temporary-folder.ts';
import { createClient } from '../../../../../src/adapters/docker/connection/docker-client.ts';
import { connector, EngineAgent } from '../../../../../src/adapters/docker/connection/engine-agent.ts';
import { toEngineError } from '../../../../../src/adapters/docker/engine-answers.ts';

/** dockerode, connected to a server that answers so. */
async function serve(listener: RequestListener) {
  const folder = await temporaryFolder('topo-gc-modem');
  const socket = join(folder.path, 'engine.sock');
  const server = createServer(listener);
  await once(server.listen(socket), 'listening');
  const host = `unix://${socket}`;
  const agent = new EngineAgent(connector({ host }));
  return {
    docker: createClient(host, '1.41', agent),
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const faultOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => toEngineError(error),
  );

async function contentOf(request: IncomingMessage): Promise<string> {
  const { method, url, headers } = request;
  return [method, url, headers['content-type'], await text(request)].filter(Boolean).join(' ');
}

test('options are a query or a body, as the route has them, and a signal is neither', async () => {
  const asked: string[] = [];
  await using server = await serve((request, response) => {
    contentOf(request).then(
      (content) => {
        asked.push(content);
        response.end('[]');
      },
      (error) => response.destroy(error),
    );
  });
  const { signal: abortSignal } = new AbortController();
  await server.docker.version();
  await server.docker.listContainers({ abortSignal });
  await server.docker.listContainers({ all: true, filters: { label: ['a=b c'] }, abortSignal });
  await server.docker.getContainer('box').stop({ t: 3, abortSignal });
  await server.docker.getContainer('box').update({ RestartPolicy: { Name: 'no' }, abortSignal });
  expect(asked).toEqual([
    'GET /v1.41/version',
    'GET /v1.41/containers/json',
    'GET /v1.41/containers/json?all=true&filters=%7B%22label%22%3A%5B%22a%3Db%20c%22%5D%7D',
    'POST /v1.41/containers/box/stop?t=3',
    'POST /v1.41/containers/box/update application/json {"RestartPolicy":{"Name":"no"}}',
  ]);
});

test.each([
  ['{"message":"no such container"}', 'no such container'],
  ['in plain text', 'in plain text'],
  ['{"error":"by a proxy"}', '(HTTP code 500) server error - by a proxy'],
  ['', '(HTTP code 500) server error'],
])('a failure is told in the words of its answer: %s', async (answer, words) => {
  await using server = await serve((_request, response) => response.writeHead(500).end(answer));
  const call = faultOf(server.docker.getContainer('box').inspect());
  expect(await call).toMatchObject({ fault: 'busy', message: words });
  const log = faultOf(server.docker.getContainer('box').logs({ follow: true, stdout: true }));
  expect(await log).toMatchObject({ fault: 'busy', message: words });
});

test('an answer that is cut off in the middle ends the call', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('{', () => response.destroy());
  });
  expect(await faultOf(server.docker.info())).toMatchObject({ fault: 'unreachable' });
});

test('a signal ends a call, also in the middle of its answer', async () => {
  const abort = new AbortController();
  await using server = await serve((_request, response) => {
    response.writeHead(200);
    response.write('[', () => abort.abort());
  });
  const call = faultOf(server.docker.listNetworks({ abortSignal: abort.signal }));
  expect(await call).toMatchObject({ fault: 'unreachable' });
});

test('a stream is passed on as it arrives', async () => {
  await using server = await serve((_request, response) => response.write('{"Type":"container"}\n'));
  const events = await server.docker.getEvents();
  for await (const chunk of events) {
    expect(String(chunk)).toBe('{"Type":"container"}\n');
    break;
  }
});
