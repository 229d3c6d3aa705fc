import type { IncomingMessage, ServerResponse } from 'node:http';
import { event, inspection, summary } from './container-json.ts';
import type { FakeContainer, FakeContainers } from './fake-containers.ts';

/** What of the engine's API an agent asks for: https://docs.docker.com/reference/api/engine/version/v1.41/ */
type Route = readonly [
  method: string,
  path: RegExp,
  handle: (containers: FakeContainers, response: ServerResponse, id: string, query: URLSearchParams) => void,
];

const VERSION = { Version: 'fake', ApiVersion: '1.41', MinAPIVersion: '1.12' };

const info = () => ({
  ID: 'FAKE',
  DockerRootDir: '/var/lib/docker',
  SystemTime: new Date().toISOString(),
  ServerVersion: 'fake',
});

function send(response: ServerResponse, status: number, body?: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const unknown: Route[2] = (_, response, path) =>
  send(response, 404, { message: `the fake engine does not know ${path}` });

const absent = (response: ServerResponse, id: string): void =>
  send(response, 404, { message: `No such container: ${id}` });

/** Of a container that has to be there. */
const ofContainer =
  (
    handle: (containers: FakeContainers, response: ServerResponse, container: FakeContainer) => void,
  ): Route[2] =>
  (containers, response, id) => {
    const container = containers.find(id);
    if (container === undefined) absent(response, id);
    else handle(containers, response, container);
  };

function stream(containers: FakeContainers, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  const end = containers.listen((action, container) => {
    response.write(`${JSON.stringify(event(action, container))}\n`);
  });
  response.once('close', end);
}

const ROUTES: readonly Route[] = [
  ['GET', /^\/_ping$/, (_, response) => send(response, 200)],
  ['GET', /^\/version$/, (_, response) => send(response, 200, VERSION)],
  ['GET', /^\/info$/, (_, response) => send(response, 200, info())],
  ['GET', /^\/volumes$/, (_, response) => send(response, 200, { Volumes: [] })],
  ['GET', /^\/networks$/, (_, response) => send(response, 200, [])],
  ['GET', /^\/events$/, stream],
  [
    'GET',
    /^\/containers\/json$/,
    // None of them has a label.
    (containers, response, _, query) =>
      send(
        response,
        200,
        query.get('filters')?.includes('"label"') ? [] : Array.from(containers.all(), summary),
      ),
  ],
  [
    'GET',
    /^\/containers\/(\w+)\/json$/,
    ofContainer((_, response, container) => send(response, 200, inspection(container))),
  ],
  [
    'POST',
    /^\/containers\/(\w+)\/(?:stop|kill)$/,
    ofContainer((containers, response, container) => send(response, containers.stop(container) ? 204 : 304)),
  ],
  [
    'POST',
    /^\/containers\/(\w+)\/wait$/,
    ofContainer((_, response) => send(response, 200, { StatusCode: 0 })),
  ],
  [
    'DELETE',
    /^\/containers\/(\w+)$/,
    ofContainer((containers, response, container) => {
      containers.remove(container);
      send(response, 204);
    }),
  ],
];

/** Answers one request; what is not known is 404. */
export function answer(containers: FakeContainers, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://engine');
  const path = url.pathname.replace(/^\/v[\d.]+/, '');
  request.resume();
  const route = ROUTES.find(([method, pattern]) => method === request.method && pattern.test(path));
  const [, pattern, handle] = route ?? ['', path, unknown];
  handle(containers, response, path.match(pattern)?.[1] ?? path, url.searchParams);
}
