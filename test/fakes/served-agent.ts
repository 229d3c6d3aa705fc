import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type RequestTimes, SocketServer } from '../../src/adapters/ipc/socket-server.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { FakeAgentService } from './fake-agent-service.ts';
import { MemoryLog } from './memory-log.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
  readonly json: any;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** When every request arrives, by the clock of the server. */
export const ARRIVAL = 1000;

/** The real server, on a socket in a folder of its own, before an agent that only remembers. */
export class ServedAgent implements AsyncDisposable {
  readonly service = new FakeAgentService();
  readonly log = new MemoryLog();
  readonly #folder = new TemporaryFolder();
  readonly path = this.#folder.file('agent.sock');
  #server: SocketServer | undefined;

  static async start(times?: RequestTimes): Promise<ServedAgent> {
    const agent = new ServedAgent();
    await agent.listen(times);
    return agent;
  }

  async listen(times?: RequestTimes): Promise<void> {
    this.#server = await SocketServer.listen({
      path: this.path,
      service: this.service,
      nonce: 'n-1',
      clock: {
        now: () => ARRIVAL,
        timeOfDay: () => ARRIVAL,
        sleep: async () => {},
        timeout: () => new AbortController().signal,
      },
      log: this.log,
      ...(times !== undefined && { times }),
    });
  }

  get server(): SocketServer {
    if (this.#server === undefined) throw new Error('it does not listen yet');
    return this.#server;
  }

  /** Sends a request; resolves when its answer begins. A body that is no text is sent as JSON. */
  async open(
    method: string,
    path: string,
    body?: unknown,
    headers: OutgoingHttpHeaders = {},
    signal?: AbortSignal,
  ): Promise<IncomingMessage> {
    const options = { socketPath: this.path, method, path, headers, agent: false };
    const request = httpRequest({ ...options, ...(signal !== undefined && { signal }) });
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    request.end(body === undefined || raw ? body : JSON.stringify(body));
    const [response] = await once(request, 'response');
    // A server that has answered and hung up need not have read all of the body.
    request.on('error', () => {});
    return response;
  }

  /** Sends a request, and reads all of its answer. */
  async request(
    method: string,
    path: string,
    body?: unknown,
    headers?: OutgoingHttpHeaders,
  ): Promise<Answer> {
    const response = await this.open(method, path, body, headers);
    const answer = await text(response);
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: answer,
      json: parse(answer),
    };
  }

  get = (path: string): Promise<Answer> => this.request('GET', path);

  post = (path: string, body?: unknown): Promise<Answer> => this.request('POST', path, body);

  /** Sends bytes as they are; resolves with what comes back until the server hangs up. */
  async send(bytes: string): Promise<string> {
    const socket = connect(this.path);
    socket.write(bytes);
    return text(socket);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server?.closeNow();
    this.#folder[Symbol.dispose]();
  }
}
