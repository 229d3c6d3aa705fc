import type { EngineEndpoint } from '../../../domain/engine.ts';
import { parseSshAddress } from './engine-address.ts';
import { SshTunnel } from './ssh-tunnel.ts';

/** The way to an engine, for as long as it is not disposed of. */
export interface EngineRoute extends AsyncDisposable {
  /** Where the engine is reached from here. */
  readonly endpoint: EngineEndpoint;
}

/**
 * Opens the way to an engine: behind ssh by a tunnel, else there is nothing to open.
 * @param folder for what the way needs on this host, the temporary one unless said otherwise
 * @throws Error where there is none
 */
export async function openRoute(
  engine: EngineEndpoint,
  deadlineMs: number,
  folder?: string,
): Promise<EngineRoute> {
  const address = parseSshAddress(engine.host);
  if (address === undefined) return { endpoint: engine, [Symbol.asyncDispose]: async () => {} };
  const tunnel = await SshTunnel.open(address, deadlineMs, folder);
  return {
    endpoint: { host: `unix://${tunnel.path}` },
    [Symbol.asyncDispose]: () => tunnel[Symbol.asyncDispose](),
  };
}
