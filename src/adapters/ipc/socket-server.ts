import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { TopoGcError } from '../../domain/errors.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { AgentService } from '../../protocol/agent-service.ts';
import { PROBLEM_TYPE, toProblem } from '../../protocol/problem.ts';
import { BodyBudget } from './body-budget.ts';
import { OutputBudget } from './output-budget.ts';
import { findRoute, sendProblem } from './route.ts';
import { COLLECTION_ROUTES } from './routes/collection-routes.ts';
import { EventStreams } from './routes/event-streams.ts';
import { LEASE_ROUTES } from './routes/lease-routes.ts';
import { observeRoutes } from './routes/observe-routes.ts';
import { TOPOLOGY_ROUTES } from './routes/topology-routes.ts';

interface SocketServerOptions {
  readonly path: string;
  readonly service: AgentService;
  readonly nonce: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly times?: RequestTimes;
}

/**
 * How long a request's head, and the whole request, may take to arrive, and how often the server checks that, in ms.
 */
export interface RequestTimes {
  readonly headMs: number;
  readonly wholeMs: number;
  readonly lookMs: number;
}

const TIMES: RequestTimes = { headMs: 5_000, wholeMs: 10_000, lookMs: 1_000 };
const MOST_CONNECTIONS = 1_000;

/** Connections stay open between requests: a client that submits often need not connect again. */
const KEEP_ALIVE_MS = 60_000;

/** The agent's API on a Unix socket that only its owner can connect to. */
export class SocketServer {
  readonly #options: SocketServerOptions;
  readonly #server: Server;
  readonly #routes;
  readonly #bodies = new BodyBudget();
  readonly #output = new OutputBudget();

  private constructor(options: SocketServerOptions) {
    const times = options.times ?? TIMES;
    this.#options = options;
    this.#routes = [
      ...TOPOLOGY_ROUTES,
      ...LEASE_ROUTES,
      ...COLLECTION_ROUTES,
      ...observeRoutes(options.nonce, new EventStreams(this.#output)),
    ];
    this.#server = createServer(
      {
        headersTimeout: times.headMs,
        requestTimeout: times.wholeMs,
        keepAliveTimeout: KEEP_ALIVE_MS,
        connectionsCheckingInterval: times.lookMs,
      },
      (request, response) =>
        unawaited(this.#answer(request, response), options.log, 'a request could not be answered'),
    );
    this.#server.maxConnections = MOST_CONNECTIONS;
    this.#server.on('clientError', (error, socket) => refuse(error, socket as Socket, times));
  }

  /** Listens; replaces the socket that a dead agent left in its place. */
  static async listen(options: SocketServerOptions): Promise<SocketServer> {
    const server = new SocketServer(options);
    rmSync(options.path, { force: true });
    server.#server.listen(options.path);
    await once(server.#server, 'listening');
    chmodSync(options.path, 0o600);
    return server;
  }

  /** Takes no more connections, and resolves when the current answers are sent. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    // That of node:http hangs up on who has yet to receive the rest of an answer that is written.
    NetServer.prototype.close.call(this.#server);
    const { open } = this.#output;
    while (open.size > 0) await Promise.all([...open].map((answer) => once(answer, 'close')));
    this.#server.closeIdleConnections();
    await closed;
  }

  /** Cuts off all connections. */
  closeNow(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { service, clock, log } = this.#options;
    const receivedAt = clock.now();
    this.#output.keep();
    this.#output.add(response);
    using share = this.#bodies.share();
    try {
      const url = parseUrl(request.url);
      const { route, params } = findRoute(this.#routes, request.method ?? '', url);
      await route.handle({
        request,
        response,
        service,
        log,
        share,
        params,
        query: url.searchParams,
        receivedAt,
      });
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

function whyRefused(error: NodeJS.ErrnoException, { headMs, wholeMs }: RequestTimes): TopoGcError {
  const limit = `its head may take ${headMs / 1000} s, all of it ${wholeMs / 1000} s`;
  return error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
    ? new TopoGcError('too-slow', `The request did not arrive in time: ${limit}`)
    : new TopoGcError('invalid-request', 'This is not HTTP/1.1', { cause: error });
}

/** Answers what never became a whole request: no handler has acted on it. */
function refuse(error: NodeJS.ErrnoException, socket: Socket, times: RequestTimes): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = toProblem(whyRefused(error, times));
  const body = `${JSON.stringify(problem)}\n`;
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: ${PROBLEM_TYPE}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
