import { release, totalmem } from 'node:os';
import type { EngineEndpoint, EngineIdentity } from '../../../domain/engine.ts';
import { TopoGcError } from '../../../domain/errors.ts';
import { type ClockOffset, engineMoment, mayAgree, offsetOf, SAME_CLOCK } from '../../../domain/moment.ts';
import type { EngineTraits } from '../../../domain/site.ts';
import type { SwarmRole } from '../../../domain/swarm.ts';
import { systemClock } from '../../host/system-clock.ts';

/** The versions of the engine's API that this program speaks, from Docker 19.03 to 29. */
const SPOKEN = { min: '1.40', max: '1.52' };

/**
 * The identity of an engine, from its answers to `/version` and `/info`.
 * @param asked what this host's clock showed before the question, in ms since the epoch
 * @throws Error if an answer is not that of a Docker Engine.
 * @throws TopoGcError `engine-failed` if the two have no version of the API in common.
 */
export function toIdentity(
  engine: EngineEndpoint,
  version: unknown,
  info: unknown,
  asked: number,
): EngineIdentity {
  const range = { min: text(version, 'MinAPIVersion', SPOKEN.min), max: text(version, 'ApiVersion') };
  return {
    id: isPodman(version) ? podmanId(info) : text(info, 'ID'),
    version: text(version, 'Version'),
    apiVersion: negotiate(engine.host, range),
    host: engine.host,
    ...(engine.tls && { tls: engine.tls }),
    dataRoot: text(info, 'DockerRootDir'),
    time: text(info, 'SystemTime'),
    ahead: offsetTo(info, asked),
    ...roleIn(info),
  };
}

/** An engine under this process's kernel has the same clock, so no answer's travel time makes the offset uncertain. */
function offsetTo(info: unknown, asked: number): ClockOffset {
  const time = text(info, 'SystemTime');
  const moment = engineMoment(time);
  if (moment === undefined) throw new Error(`its SystemTime is ${JSON.stringify(time)}, which is no time`);
  const told = offsetOf(moment, asked, systemClock.timeOfDay());
  return isUnderThisKernel(info) && mayAgree(told) ? SAME_CLOCK : told;
}

function isUnderThisKernel(info: unknown): boolean {
  const { KernelVersion, MemTotal } = info as { KernelVersion?: unknown; MemTotal?: unknown };
  return KernelVersion === release() && MemTotal === totalmem();
}

/** What `/info` tells of a Swarm that the engine is in. */
interface ToldSwarm {
  readonly NodeID?: unknown;
  readonly ControlAvailable?: unknown;
  readonly RemoteManagers?: unknown;
}

function roleIn(info: unknown): { readonly swarm?: SwarmRole } {
  const { Swarm } = info as { readonly Swarm?: ToldSwarm | null };
  const nodeId = Swarm?.NodeID;
  if (typeof nodeId !== 'string' || nodeId === '') return {};
  return {
    swarm: {
      nodeId,
      isManager: Swarm?.ControlAvailable === true,
      managers: managersOf(Swarm?.RemoteManagers),
    },
  };
}

/** `HOST:PORT` of each manager. */
export const managersOf = (told: unknown): string[] =>
  Array.isArray(told)
    ? told.flatMap((manager) => (typeof manager?.Addr === 'string' ? manager.Addr : []))
    : [];

/** Podman's Docker-compatible service names itself among its components. */
function isPodman(version: unknown): boolean {
  const components = (version as { Components?: unknown } | null)?.Components;
  return Array.isArray(components) && components.some((component) => component?.Name === 'Podman Engine');
}

const PODMAN = 'podman:';

/** Podman answers each request for `/info` with another ID, so its host and its storage identify it. */
const podmanId = (info: unknown): string => `${PODMAN}${text(info, 'Name')}:${text(info, 'DockerRootDir')}`;

function negotiate(host: string, theirs: { min: string; max: string }): string {
  const version = isOlder(theirs.max, SPOKEN.max) ? theirs.max : SPOKEN.max;
  if (!isOlder(version, SPOKEN.min) && !isOlder(version, theirs.min)) return version;
  throw new TopoGcError(
    'engine-failed',
    `The engine at ${host} speaks versions ${theirs.min} to ${theirs.max} of the API, this program ${SPOKEN.min} to ${SPOKEN.max}`,
  );
}

/** How an engine differs from others, as far as its version and its kind show. */
export const traitsOf = (
  { id, apiVersion }: Pick<EngineIdentity, 'id' | 'apiVersion'>,
  isOnThisHost: boolean,
): EngineTraits => ({
  // Docker 23.0 speaks 1.42; before, a write to the volume changes the time (moby#44364).
  keepsVolumeTimes: !isOlder(apiVersion, '1.42'),
  // Podman 4.3 looks for a network's users by the reference in the request, and knows them by the network's name only.
  takesUsedNetworks: id.startsWith(PODMAN),
  keepsStoppedEndpoints: id.startsWith(PODMAN),
  // Podman (4.3, 5.8) takes each unnamed volume that a container mounts, also one that it names, of a container that is gone.
  takesOthersVolumes: id.startsWith(PODMAN),
  // Podman's events lack the signals by which it stops a container.
  tellsSignals: !id.startsWith(PODMAN),
  isOnThisHost,
});

/** Compares versions such as `1.9` and `1.41`. */
function isOlder(a: string, b: string): boolean {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor === bMajor ? aMinor < bMinor : aMajor < bMajor;
}

function text(answer: unknown, field: string, fallback?: string): string {
  const value = (answer as Record<string, unknown> | null)?.[field] ?? fallback;
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`its answer has no ${field}, which a Docker Engine's has`);
}
