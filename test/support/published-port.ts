import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { asRoot } from '../../scripts/engine/root-command.ts';
import type { PrivateEngine } from './private-engine.ts';

/** Joins a socket, which is a file, with a port of the network namespace that it runs in. */
const RELAY = `
const { connect, createServer } = require('node:net');
const { pipeline } = require('node:stream');
const [path, port] = process.argv.slice(1);
createServer((client) => pipeline(client, connect(Number(port), '127.0.0.1'), client, () => {}))
  .listen({ path, writableAll: true }, () => console.log('listening'));
`;

/** A port of this machine that leads to a port of a private engine, which has a network namespace of its own. */
export class PublishedPort implements AsyncDisposable {
  readonly #relay: ChildProcess;
  readonly #server: Server;

  private constructor(relay: ChildProcess, server: Server) {
    this.#relay = relay;
    this.#server = server;
  }

  /** @param port that the engine listens at */
  static async publish({ socketPath }: PrivateEngine, port: number): Promise<PublishedPort> {
    const folder = dirname(socketPath);
    const pid = (await readFile(join(folder, 'pid'), 'utf8')).trim();
    const path = join(folder, 'relay.sock');
    const script = [process.execPath, '--eval', RELAY, path, String(port)];
    const [command, args] = asRoot('nsenter', `--net=/proc/${pid}/ns/net`, ...script);
    const relay = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(relay.stdout, 'data');
    const server = createServer((client) => pipeline(client, connect(path), client, () => {}));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new PublishedPort(relay, server);
  }

  /** `tcp://127.0.0.1:PORT`. */
  get host(): string {
    return `tcp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const exit = once(this.#relay, 'exit');
    this.#relay.kill('SIGTERM');
    await exit;
    this.#server.close();
  }
}
