import { traitsOf } from '../../adapters/docker/connection/engine-identity.ts';
import { OtherEngine } from '../../adapters/docker/connection/engine-pin.ts';
import { type EngineRoute, openRoute } from '../../adapters/docker/connection/engine-route.ts';
import { DockerEngine } from '../../adapters/docker/docker-engine.ts';
import { systemClock } from '../../adapters/host/system-clock.ts';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import { aboutMs, type HostMoment } from '../../domain/moment.ts';
import type { Site } from '../../domain/site.ts';

/** How long a successor waits for the engine's identity, in ms. */
const CONFIRM_MS = 2_000;

/** How long the way to an engine may take to open, in ms. */
const ROUTE_MS = 10_000;

/** Whether an engine is on this host. */
export const isHere = (host: string): boolean => host.startsWith('unix://');

/** Opens the way to the engine of a session. @param folder for the way's files on this host. @throws Error if there is no way */
export const openRouteTo = ({ engine }: SessionFile, folder: string): Promise<EngineRoute> =>
  openRoute(engine, ROUTE_MS, folder);

/** A site, and what ends the connections to it. */
export interface OpenSite {
  readonly site: Site;
  readonly close: () => void;
}

/**
 * Connects to the engine of a session.
 * @param lastAlive when the replaced agent was last alive: then that very engine must answer
 * @throws OtherEngine
 */
export async function openSite(
  { engine: identity, guarded, session: { startedAt } }: SessionFile,
  route: EngineRoute,
  lastAlive: HostMoment | undefined,
): Promise<OpenSite> {
  const isOnThisHost = isHere(identity.host) && aboutMs(identity.ahead) === 0;
  const engine = new DockerEngine({
    ...identity,
    ...route.endpoint,
    ...(lastAlive !== undefined && { pinnedTo: identity.dataRoot }),
    isOnThisHost,
  });
  await confirm(engine);
  return {
    site: { engine, identity, traits: traitsOf(identity, isOnThisHost), startedAt, guarded, lastAlive },
    close: () => engine.close(),
  };
}

/**
 * Asks for the engine's identity before anything else. An engine that does not answer now is asked again with the first
 * request to it.
 * @throws OtherEngine
 */
async function confirm(engine: DockerEngine): Promise<void> {
  const confirmed = engine.confirm().catch((error: unknown) => {
    if (error instanceof OtherEngine) throw error;
  });
  await Promise.race([confirmed, systemClock.sleep(CONFIRM_MS)]);
}
