import { traitsOf } from '../../adapters/docker/connection/engine-identity.ts';
import { OtherEngine } from '../../adapters/docker/connection/engine-pin.ts';
import { type EngineRoute, openRoute } from '../../adapters/docker/connection/engine-route.ts';
import { DockerEngine } from '../../adapters/docker/docker-engine.ts';
import { systemClock } from '../../adapters/host/system-clock.ts';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import type { SiteName } from '../../domain/engine.ts';
import { aboutMs, type HostMoment } from '../../domain/moment.ts';
import type { Log } from '../../domain/ports.ts';
import type { Site, Sites } from '../../domain/site.ts';

/** How long a successor waits for the engine's identity, in ms. */
const CONFIRM_MS = 2_000;

/** How long the way to an engine may take to open, in ms. */
const ROUTE_MS = 10_000;

/** Whether an engine is on this host. */
export const isHere = (host: string): boolean => host.startsWith('unix://');

/** An engine as the session's file has it. */
type SiteFile = Pick<SessionFile, 'engine' | 'guarded'> & {
  readonly name?: SiteName | undefined;
  readonly startedAt: string;
};

/** The engines of a session, in the order of its file. */
const sitesIn = ({
  session: { startedAt },
  engine,
  guarded,
  engineName: name,
  engines = [],
}: SessionFile): readonly SiteFile[] => [
  { name, engine, guarded, startedAt },
  ...engines.map((further) => ({ ...further, startedAt: further.engine.time })),
];

/** The sites of a session, and what ends the connections to them. */
export interface OpenSites {
  readonly sites: Sites;
  readonly close: () => Promise<void>;
}

/** The ways to the engines of a session. */
export interface Routes {
  readonly ways: readonly { readonly file: SiteFile; readonly route: EngineRoute }[];
}

/**
 * Opens the ways to the engines of a session. A way to one of several engines may open later: the others have work to do.
 * @param folder for the ways' files on this host
 * @throws Error if there is no way to the only engine
 */
export async function openRoutes(session: SessionFile, folder: string): Promise<Routes> {
  const files = sitesIn(session);
  const isPatient = files.length > 1;
  const open = async (file: SiteFile) => ({
    file,
    route: await openRoute(file.engine, ROUTE_MS, { folder, isPatient }),
  });
  return { ways: await Promise.all(files.map(open)) };
}

/**
 * Connects to the engines of a session.
 * @param lastAlive when the replaced agent was last alive: then those very engines must answer
 * @throws OtherEngine if another engine is at the address of the only one. One of several answers no request then, with
 *   the reason
 */
export async function openSites(
  { ways }: Routes,
  lastAlive: HostMoment | undefined,
  log: Log,
): Promise<OpenSites> {
  const opened = await Promise.all(
    ways.map(async (way) => {
      const { engine, site } = openSite(way, lastAlive);
      await confirm(engine).catch((error: unknown) => {
        if (ways.length === 1) throw error;
        log.error(`what the session had on the engine ${site.name ?? site.identity.host} is not removed`, {
          error,
        });
      });
      return { engine, site };
    }),
  );
  const [first, ...others] = opened.map(({ site }) => site);
  if (first === undefined) throw new Error('the session has no engine');
  const close = async () => {
    for (const { engine } of opened) engine.close();
    await Promise.all(ways.map(({ route }) => route[Symbol.asyncDispose]()));
  };
  return { sites: [first, ...others], close };
}

function openSite(
  { file: { name, engine: identity, guarded, startedAt }, route }: Routes['ways'][number],
  lastAlive: HostMoment | undefined,
): { readonly engine: DockerEngine; readonly site: Site } {
  const isOnThisHost = isHere(identity.host) && aboutMs(identity.ahead) === 0;
  const engine = new DockerEngine({
    ...identity,
    ...route.endpoint,
    ...(lastAlive !== undefined && { pinnedTo: identity.dataRoot }),
    isOnThisHost,
  });
  const traits = traitsOf(identity, isOnThisHost);
  return {
    engine,
    site: { ...(name !== undefined && { name }), engine, identity, traits, startedAt, guarded, lastAlive },
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
