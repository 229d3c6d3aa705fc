import { connect, isIP, type Socket } from 'node:net';
import type { EngineEndpoint } from '../../../domain/engine.ts';
import { connectionOptions } from './engine-address.ts';
import { tlsOptions } from './engine-tls.ts';

/** How to open a connection to an engine, by TLS where it has certificates; these are read once. */
export function connector({ host, tls }: EngineEndpoint): () => Socket {
  const options = connectionOptions(host, 'docker-host', tls);
  if (tls === undefined || 'socketPath' in options)
    return () => connect('socketPath' in options ? { path: options.socketPath } : options);
  const secured = {
    ...options,
    ...tlsOptions(tls),
    ...(isIP(options.host) === 0 && { servername: options.host }),
  };
  // Loaded here, as it takes 5 MB that an agent without it is spared.
  const { connect: connectByTls } = process.getBuiltinModule('node:tls');
  return () => connectByTls(secured);
}
