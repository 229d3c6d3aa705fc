import type { EngineEndpoint } from '../../../domain/engine.ts';
import { parseSshAddress } from './engine-address.ts';
import { SshTunnel } from './ssh-tunnel.ts';

/** The way to an engine, until it is disposed of. */
export interface EngineRoute extends AsyncDisposable {
  /** Where the engine is reached from here. */
  readonly endpoint: EngineEndpoint;
}

interface RouteOptions {
  /** For the way's files on this host, by default the temporary folder. */
  readonly folder?: string;
  /** If there is no way now, it may open later: until then requests to the engine fail. */
  readonly isPatient?: boolean;
}

/**
 * Opens the way to an engine: a tunnel if it is behind ssh, else nothing.
 * @throws Error if there is no way, unless `isPatient`
 */
export async function openRoute(
  engine: EngineEndpoint,
  deadlineMs: number,
  options: RouteOptions = {},
): Promise<EngineRoute> {
  const address = parseSshAddress(engine.host);
  if (address === undefined) return { endpoint: engine, [Symbol.asyncDispose]: async () => {} };
  const tunnel = await SshTunnel.open(address, deadlineMs, options);
  return {
    endpoint: { host: `unix://${tunnel.path}` },
    [Symbol.asyncDispose]: () => tunnel[Symbol.asyncDispose](),
  };
}
