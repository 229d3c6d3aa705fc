import type { IncomingMessage, ServerResponse } from 'node:http';
import { TopoGcError } from '../../domain/errors.ts';
import type { Log } from '../../domain/ports.ts';
import type { AgentService } from '../../protocol/agent-service.ts';
import { PROBLEM_TYPE, toProblem } from '../../protocol/problem.ts';
import type { Share } from './body-budget.ts';

/** What a handler can use. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly service: AgentService;
  readonly log: Log;
  /** This request's share of the memory for requests; given back with the answer, or before a wait. */
  readonly share: Share;
  /** The decoded values of the path's `{…}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** When the request began to arrive, in ms since the epoch. */
  readonly receivedAt: number;
}

/** The values that a query parameter takes, and their description. */
export interface QueryValues {
  readonly matches: RegExp;
  readonly takes: string;
}

export const words = (...values: readonly string[]): QueryValues => ({
  matches: new RegExp(`^(${values.join('|')})$`),
  takes: values.join(' or '),
});

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `/v1/topologies/{id}`. */
  readonly path: string;
  /** The query parameters that it takes; the agent refuses any other. */
  readonly query?: Readonly<Record<string, QueryValues>>;
  readonly handle: (exchange: Exchange) => Promise<void> | void;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}

export function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;

/** HTTP requires the answer to name the allowed methods (RFC 9110, 15.5.6). */
class MethodNotAllowed extends TopoGcError {
  readonly methods: readonly string[];

  constructor(path: string, method: string, methods: readonly string[]) {
    super('method-not-allowed', `${path} takes ${methods.join(' and ')}, not ${method}`);
    this.methods = methods;
  }
}

/** When a client that was refused for now may retry, in s. */
const RETRY_AFTER_S = 1;

/** Answers with a problem document; an answer that has begun can only be cut off. */
export function sendProblem(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof MethodNotAllowed) response.setHeader('allow', error.methods.join(', '));
  const problem = toProblem(error);
  if (problem.code === 'overloaded') response.setHeader('retry-after', RETRY_AFTER_S);
  // Do not wait for the rest of a body that the agent will not read.
  if (hasBody(response.req) && !response.req.complete) response.setHeader('connection', 'close');
  send(response, problem.status, PROBLEM_TYPE, `${JSON.stringify(problem)}\n`);
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TopoGcError(
      'invalid-request',
      `The path holds ${JSON.stringify(text)}, which is not percent-encoded`,
    );
  }
}

function checkQuery({ query: known = {} }: Route, query: URLSearchParams): void {
  const faults = [...query].flatMap(([field, value]) => {
    const values = Object.hasOwn(known, field) ? known[field] : undefined;
    if (values?.matches.test(value)) return [];
    const names = Object.keys(known).join(', ') || 'none';
    const detail = values === undefined ? `is unknown; known are ${names}` : `takes ${values.takes}`;
    return [{ field, value, detail }];
  });
  if (faults.length > 0) throw new TopoGcError('invalid-request', 'The query is not valid', { faults });
}

/** Finds the route of a request. @throws TopoGcError `not-found`, `method-not-allowed`, `invalid-request` */
export function findRoute(routes: readonly Route[], method: string, url: URL) {
  const matching = routes.flatMap((route) => {
    const params = matchPath(route.path, url.pathname);
    return params === undefined ? [] : [{ route, params }];
  });
  if (matching.length === 0) {
    const known = [...new Set(routes.map(({ path }) => path))].join(', ');
    throw new TopoGcError('not-found', `There is no route ${url.pathname}; there are ${known}`);
  }
  const found = matching.find(({ route }) => route.method === method);
  if (found === undefined)
    throw new MethodNotAllowed(
      url.pathname,
      method,
      matching.map(({ route }) => route.method),
    );
  checkQuery(found.route, url.searchParams);
  return found;
}
