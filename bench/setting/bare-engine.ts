import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { connectionOptions } from '../../src/adapters/docker/connection/engine-address.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A Docker Engine by node:http alone, over kept-alive connections: as fast as a client can be. */
export class BareEngine implements Disposable {
  readonly #connection;
  readonly #agent = new Agent({ keepAlive: true });

  /** @param host as of `DOCKER_HOST` */
  constructor(host: string) {
    this.#connection = connectionOptions(host);
  }

  /**
   * Asks the engine; `accepted` are statuses that are no failure beside those of success and 304.
   * @throws Error with the engine's words
   */
  async ask(method: string, path: string, body?: unknown, accepted: readonly number[] = []): Promise<Answer> {
    const answer = await this.#send(method, path, body);
    const isFine = answer.status < 300 || answer.status === 304 || accepted.includes(answer.status);
    if (!isFine) throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.body.trim()}`);
    return answer;
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    return JSON.parse((await this.ask(method, path, body)).body);
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body: unknown): Promise<Answer> {
    const content = body === undefined ? '' : JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
    return new Promise((resolve, reject) => {
      const asked = request(
        { ...this.#connection, agent: this.#agent, method, path, headers },
        (response) => {
          text(response).then(
            (answer) => resolve({ status: response.statusCode ?? 0, body: answer }),
            reject,
          );
        },
      );
      asked.on('error', reject);
      asked.end(content);
    });
  }
}
