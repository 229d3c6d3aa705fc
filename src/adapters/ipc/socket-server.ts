import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { AgentService } from '../../domain/agent-service.ts';
import { TopoGcError } from '../../domain/errors.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { PROBLEM_TYPE, toProblem } from '../../domain/problem.ts';
import { COLLECTION_ROUTES } from './collection-routes.ts';
import { LEASE_ROUTES } from './lease-routes.ts';
import { observeRoutes } from './observe-routes.ts';
import { findRoute, sendProblem } from './route.ts';
import { TOPOLOGY_ROUTES } from './topology-routes.ts';

interface SocketServerOptions {
  readonly path: string;
  readonly service: AgentService;
  readonly nonce: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long a request's head, and the whole of it, may take to arrive, in ms. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 10_000;
const MOST_CONNECTIONS = 1_000;

/** Between requests a connection is kept: a client that submits often need not connect again. */
const KEEP_ALIVE_MS = 60_000;

/** Node's words for what it could not parse. */
const PARSE_ERRORS: Readonly<Record<string, TopoGcError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new TopoGcError(
    'too-slow',
    `The request did not arrive within ${REQUEST_MS / 1000} s`,
  ),
};

/** The agent's API on a Unix socket that only its owner can connect to. */
export class SocketServer {
  readonly #options: SocketServerOptions;
  readonly #server: Server;
  readonly #routes;

  private constructor(options: SocketServerOptions) {
    this.#options = options;
    this.#routes = [
      ...TOPOLOGY_ROUTES,
      ...LEASE_ROUTES,
      ...COLLECTION_ROUTES,
      ...observeRoutes(options.nonce),
    ];
    this.#server = createServer(
      {
        headersTimeout: HEADERS_MS,
        requestTimeout: REQUEST_MS,
        keepAliveTimeout: KEEP_ALIVE_MS,
        connectionsCheckingInterval: 1_000,
      },
      (request, response) => this.#answer(request, response),
    );
    this.#server.maxConnections = MOST_CONNECTIONS;
    this.#server.on('clientError', refuse);
  }

  /** Listens; a socket that a dead agent left in its place is replaced. */
  static async listen(options: SocketServerOptions): Promise<SocketServer> {
    const server = new SocketServer(options);
    rmSync(options.path, { force: true });
    server.#server.listen(options.path);
    await once(server.#server, 'listening');
    chmodSync(options.path, 0o600);
    return server;
  }

  /** Takes no more connections, and resolves when the answers under way are out. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    await closed;
  }

  /** Cuts off what is under way. */
  closeNow(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { service, clock, log } = this.#options;
    const receivedAt = clock.now();
    try {
      const url = parseUrl(request.url);
      const { route, params } = findRoute(this.#routes, request.method ?? '', url);
      await route.handle({ request, response, service, params, query: url.searchParams, receivedAt });
    } catch (error) {
      // A client that has hung up hears no answer.
      if (request.errored || response.destroyed) return;
      if (toProblem(error).code === 'internal') log.error('a request failed', { url: request.url, error });
      sendProblem(response, error);
    }
  }
}

function parseUrl(text = ''): URL {
  try {
    return new URL(text, 'http://topo-gc');
  } catch (cause) {
    throw new TopoGcError('invalid-request', `${JSON.stringify(text)} is no path`, { cause });
  }
}

/** Answers what never became a request: nothing of it has reached a handler. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const known =
    PARSE_ERRORS[error.code ?? ''] ??
    new TopoGcError('invalid-request', 'This is not HTTP/1.1', { cause: error });
  const problem = toProblem(known);
  const body = `${JSON.stringify(problem)}\n`;
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: ${PROBLEM_TYPE}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
