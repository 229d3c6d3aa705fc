import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { onInterruption } from '../../scripts/interruption.ts';
import { answer } from './answers.ts';
import { FakeContainers } from './fake-containers.ts';

/**
 * An engine that answers at once, on a socket of its own, and holds more containers than a real one can: what an agent takes
 * by itself shows.
 */
export class FakeEngine implements AsyncDisposable {
  /** As `DOCKER_HOST`. */
  readonly host: string;
  readonly containers = new FakeContainers();
  /** Nothing is ever made from it. */
  readonly image = 'fake:latest';
  readonly #server: Server;
  readonly #interruption = onInterruption(() => this.#close());

  private constructor(server: Server, socket: string) {
    this.#server = server;
    this.host = `unix://${socket}`;
    server.on('request', (request, response) => answer(this.containers, request, response));
  }

  /** @param folder where its socket is */
  static async start(folder: string): Promise<FakeEngine> {
    const socket = join(folder, 'fake-engine.sock');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    return new FakeEngine(server, socket);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    using _interruption = this.#interruption;
    await this.#close();
  }

  async #close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
