import { Agent } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import type { EngineEndpoint } from '../../../domain/engine.ts';
import { connectionOptions } from './engine-address.ts';
import { tlsOptions } from './engine-tls.ts';

/** Long enough for the next poll to find a connection open. */
const IDLE_MS = 30_000;

/**
 * Connections to the engine: kept alive, one per request (a stop holds one until the container has stopped), closed
 * after a while of idleness. An idle connection does not keep the process alive.
 */
export class EngineAgent extends Agent {
  readonly #connect: () => Socket;

  /** @param connect opens a connection, whatever address a request names */
  constructor(connect: () => Socket) {
    super({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, timeout: IDLE_MS });
    this.#connect = connect;
  }

  override createConnection(): Socket {
    return this.#connect();
  }
}

/** How to open a connection to an engine, by TLS if it has certificates; these are read once. */
export function connector({ host, tls }: EngineEndpoint): () => Socket {
  const options = connectionOptions(host, undefined, tls);
  if (tls === undefined || 'socketPath' in options)
    return () => connect('socketPath' in options ? { path: options.socketPath } : options);
  const secured = {
    ...options,
    ...tlsOptions(tls),
    ...(isIP(options.host) === 0 && { servername: options.host }),
  };
  // Loaded here, as it takes 5 MB, which an agent without TLS saves.
  const { connect: connectByTls } = process.getBuiltinModule('node:tls');
  return () => connectByTls(secured);
}
