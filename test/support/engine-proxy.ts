import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { connectionOptions } from '../../src/adapters/docker/connection/engine-address.ts';
import { linesOf } from '../../src/domain/text/lines.ts';

/**
 * What becomes of a request instead of being passed on: `hang`: no answer ever comes; `reset`: the connection ends and
 * the engine never hears of it; `lose`: the engine does it and the connection ends instead of the answer; `cut`: half of the
 * answer comes; or an answer of the proxy's own.
 */
export type Fault = 'hang' | 'reset' | 'lose' | 'cut' | { readonly status: number; readonly message: string };

/** Makes an engine look like another one. */
export interface Disguise {
  /** What is asked for instead, or why the engine that is played would refuse it; without it, all is asked for as it is. */
  readonly take?: (
    url: string,
  ) => { readonly path: string } | { readonly status: number; readonly message: string };
  /** One answer to a request such as `GET /version`, or one event. */
  readonly alter: (request: string, body: Buffer) => Buffer | Promise<Buffer>;
  /** What its clock shows, in ms since the epoch, where that is not the time of this host. */
  readonly now?: () => number;
}

/** Asked before each request is passed on: `DELETE /networks/ID`, without the version of the API. */
type Meddle = (request: string) => Fault | undefined | Promise<Fault | undefined>;

/** Stands between an agent and the engine of the tests, and lets go wrong what a test wants to go wrong. */
export class EngineProxy implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'topo-gc-proxy-'));
  readonly #socket = join(this.#folder, 'docker.sock');
  readonly host = `unix://${this.#socket}`;
  /** In the order in which they came. */
  readonly requests: string[] = [];
  /** Those whose answers have gone out, in the order in which they did; of events, when they begin. */
  readonly answered: string[] = [];
  /** Passes everything on, until a test puts something else here. */
  meddle: Meddle = () => undefined;
  /** What the engine is made to look like, one after the other. */
  disguises: readonly Disguise[];
  /** The address of the engine that is behind it; another one takes its place at once. */
  engine: string;
  #server: Server | undefined;

  private constructor(engine: string, disguises: readonly Disguise[]) {
    this.engine = engine;
    this.disguises = disguises;
  }

  static async start(
    engine = process.env.DOCKER_HOST ?? '',
    ...disguises: readonly Disguise[]
  ): Promise<EngineProxy> {
    const proxy = new EngineProxy(engine, disguises);
    await proxy.comeBack();
    return proxy;
  }

  /** Lets every user of this host connect. */
  openToAll(): void {
    chmodSync(this.#folder, 0o711);
    chmodSync(this.#socket, 0o666);
  }

  async comeBack(): Promise<void> {
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch((error) => response.destroy(error));
    });
    await once(this.#server.listen(this.#socket), 'listening');
  }

  /** Ends all connections and takes no more: nothing listens any longer. */
  async goAway(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  /** How many requests have come that begin so. */
  count(beginning: string): number {
    return this.requests.filter((request) => request.startsWith(beginning)).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.goAway();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = `${request.method} ${request.url?.replace(/^\/v1\.\d+/, '')}`;
    this.requests.push(name);
    const body = await buffer(request);
    const fault = await this.meddle(name);
    if (fault === 'hang') return;
    if (fault === 'reset') return void request.socket.destroy();
    if (typeof fault === 'object') return refuse(response, fault);
    try {
      await this.#passOn(name, request, body, response, fault);
    } catch {
      request.socket.destroy();
    }
  }

  async #passOn(
    name: string,
    { method, url, headers, socket }: IncomingMessage,
    sent: Buffer,
    response: ServerResponse,
    fault: 'lose' | 'cut' | undefined,
  ): Promise<void> {
    let path = url ?? '';
    for (const disguise of this.disguises) {
      const taken = disguise.take?.(path) ?? { path };
      if ('status' in taken) return refuse(response, taken);
      path = taken.path;
    }
    const options = { ...connectionOptions(this.engine), method, path, headers, agent: false as const };
    const asked = httpRequest(options);
    asked.end(sent);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    // Events never end: they are passed on as they come, to whoever still listens.
    if (url?.includes('/events?')) {
      response.writeHead(answer.statusCode ?? 500);
      response.flushHeaders();
      this.answered.push(name);
      return pipeline(this.disguises.length === 0 ? answer : this.#altered(answer), response);
    }
    const body = await this.#alter(name, await buffer(answer));
    if (fault === 'lose') return void socket.destroy();
    const { 'transfer-encoding': _, connection: __, ...told } = answer.headers;
    const hasBody = answer.statusCode !== 204 && answer.statusCode !== 304;
    const now = this.disguises.find((disguise) => disguise.now)?.now?.();
    response.writeHead(answer.statusCode ?? 500, {
      ...told,
      ...(now !== undefined && { date: new Date(now).toUTCString() }),
      ...(hasBody && { 'content-length': body.length }),
    });
    if (fault !== 'cut') return void response.end(body, () => this.answered.push(name));
    response.write(body.subarray(0, body.length / 2), () => socket.destroy());
  }

  async #alter(name: string, body: Buffer): Promise<Buffer> {
    let altered = body;
    for (const disguise of this.disguises) altered = await disguise.alter(name, altered);
    return altered;
  }

  async *#altered(events: AsyncIterable<Buffer>): AsyncGenerator<string> {
    for await (const line of linesOf(events))
      yield `${await this.#alter('GET /events', Buffer.from(line))}\n`;
  }
}

function refuse(response: ServerResponse, { status, message }: { status: number; message: string }): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}
