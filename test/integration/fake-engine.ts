import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is answered to a request: JSON, or text as it is; nothing at all where it is undefined. */
export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

type Script = (method: string, path: string) => FakeAnswer | undefined | Promise<FakeAnswer>;

/** Answers on a socket of its own as no engine at hand would. */
export class FakeEngine implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'topo-gc-fake-engine-'));
  readonly socket = join(this.#folder, 'docker.sock');
  readonly host = `unix://${this.socket}`;
  /** `METHOD PATH`, in the order in which they came. */
  readonly requests: string[] = [];
  #server: Server | undefined;
  readonly #script: Script;

  private constructor(script: Script) {
    this.#script = script;
  }

  static async start(script: Script): Promise<FakeEngine> {
    const engine = new FakeEngine(script);
    await engine.comeBack();
    return engine;
  }

  async comeBack(): Promise<void> {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: Error) => response.destroy(error));
    });
    await once(this.#server.listen(this.socket), 'listening');
  }

  async goAway(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.goAway();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answer({ method = '', url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push(`${method} ${url}`);
    const answer = await this.#script(method, url);
    if (answer === undefined) return;
    response.writeHead(answer.status);
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  }
}
