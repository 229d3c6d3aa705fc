import type { EngineEndpoint, EngineIdentity } from '../../../domain/engine.ts';
import { TopoGcError } from '../../../domain/errors.ts';
import { INPUT } from '../../../domain/limits/input-names.ts';
import { systemClock } from '../../host/system-clock.ts';
import type { EngineAddress } from '../connection/engine-address.ts';
import { toIdentity } from '../connection/engine-identity.ts';
import { openRoute } from '../connection/engine-route.ts';
import { getJson, ping } from './engine-request.ts';

export interface FoundEngine {
  readonly address: EngineAddress;
  readonly identity: EngineIdentity;
}

export interface Patience {
  /** For the first word of one candidate: nothing is there, or it hangs. */
  readonly silenceMs: number;
  /**
   * For who it is, once it has said a word. Podman asks the machine's package manager before it tells its version, which takes
   * seconds on a busy machine.
   */
  readonly answerMs: number;
}

const PATIENCE: Patience = { silenceMs: 5000, answerMs: 30_000 };

/**
 * The first of the candidates that answers, asked one after the other.
 * @throws TopoGcError `engine-not-found`, with each candidate, its outcome and what to do about it.
 * @throws TopoGcError `engine-failed` if one answers that is too old or too new.
 */
export async function findEngine(
  candidates: readonly EngineAddress[],
  patience = PATIENCE,
): Promise<FoundEngine> {
  const failures: { address: EngineAddress; error: unknown }[] = [];
  for (const address of candidates) {
    try {
      return { address, identity: await identifyEngine(address, patience) };
    } catch (error) {
      if (error instanceof TopoGcError) throw error;
      failures.push({ address, error });
    }
  }
  const tried = failures.map(
    ({ address: { host, source }, error }) => `\n  ${host} (${source}): ${whyUnreached(error)}`,
  );
  const denied = failures.some(({ error }) => isDenied(error));
  throw new TopoGcError(
    'engine-not-found',
    `No Docker Engine was reached. Tried:${tried.join('')}\n${advice(denied)}`,
  );
}

/** Asks the engine at an address who it is. @throws Error with the system's code; TopoGcError as `findEngine` */
export async function identifyEngine(
  { host, tls }: EngineEndpoint,
  patience = PATIENCE,
): Promise<EngineIdentity> {
  const { silenceMs, answerMs } = patience;
  const engine = { host, ...(tls && { tls }) };
  await using route = await openRoute(engine, silenceMs);
  const ended = new AbortController();
  const asked = systemClock.timeOfDay();
  const told = Promise.all(
    ['/version', '/info'].map((path) => getJson(route.endpoint, path, answerMs, ended.signal)),
  );
  try {
    await Promise.race([told, ping(route.endpoint, silenceMs, ended.signal)]);
    const [version, info] = await told;
    return toIdentity(engine, version, info, asked);
  } finally {
    ended.abort();
  }
}

const advice = (denied: boolean): string =>
  [
    `Start Docker, or say where it is by the input ${INPUT.dockerHost} or by DOCKER_HOST.`,
    "In a container job, mount the engine's socket into the container.",
    ...(denied ? ['If permission is denied, add the user to the group docker.'] : []),
  ].join(' ');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isDenied = (error: unknown): boolean => codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM';

/** Why an engine was not reached, in words. */
export function whyUnreached(error: unknown): string {
  if (isDenied(error)) return `permission denied: user id ${process.geteuid?.()} may not connect to it`;
  const code = codeOf(error);
  if (code === 'ENOENT') return 'no such socket';
  if (code === 'ECONNREFUSED') return 'connection refused: nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no such host';
  return error instanceof Error ? error.message : String(error);
}
