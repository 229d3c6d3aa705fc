import Docker from 'dockerode';
import { describeError } from '../src/domain/errors.ts';
import { endedWithProcess } from './ended-with-process.ts';
import { importBusybox, newImageName, removeImage } from './engine/busybox-image.ts';
import {
  chosenEngine,
  ENGINE_VARIABLE,
  type EngineName,
  engineOf,
  isVersionOf,
} from './engine/engine-names.ts';
import { startDockerd } from './engine/private-dockerd.ts';
import { PrivatePodman } from './engine/private-podman.ts';
import { interrupted } from './interruption.ts';
import { NEEDED } from './machine/packages.ts';
import type { Requirement } from './machine/requirement.ts';
import { setUp } from './machine/set-up.ts';

const DEFAULT_HOST = 'unix:///var/run/docker.sock';
const PING_TIMEOUT_MS = 5_000;

/** A Docker Engine to test against, with an image: nothing can be assumed to be there, or to be pulled. */
export interface TestEngine extends AsyncDisposable {
  /** `unix:///…` or another address, for `DOCKER_HOST`. */
  readonly host: string;
  /** Whether it was started for this process, and holds nothing that is not this process's. */
  readonly isPrivate: boolean;
  /** `NAME:latest`, a busybox, for `TOPO_GC_TEST_IMAGE`. */
  readonly image: string;
}

interface WantedEngine {
  /** What this process needs of the machine beside it, to be installed at once with it. */
  readonly needed?: readonly Requirement[];
  /** A private one of that version, whatever the environment says. */
  readonly name?: EngineName;
}

/**
 * The engine that `DOCKER_HOST` reaches, else the one on the default socket, else a private one, for which missing packages
 * are installed from the distribution. Where `TOPO_GC_ENGINE` names one: a private one of that version, or the one at
 * `DOCKER_HOST` if it is of that version. Disposing of it removes the image, and ends what was started; so does a signal that
 * ends this process.
 *
 * @throws Error where nothing answers at `DOCKER_HOST`, or another engine than the named one, or where a private engine can't
 *   be had
 */
export async function acquireEngine(wanted: WantedEngine = {}): Promise<TestEngine> {
  const { acquired, end } = await endedWithProcess(acquire(wanted));
  return { ...acquired, [Symbol.asyncDispose]: end };
}

/** What it started is gone when it throws, as it does soon after an interruption. */
async function acquire({ needed = [], name }: WantedEngine): Promise<TestEngine> {
  await using owned = new AsyncDisposableStack();
  const chosen = name ?? chosenEngine();
  const found =
    name === undefined ? await (chosen === undefined ? findEngine() : findChosen(chosen)) : undefined;
  if (chosen === undefined && found === undefined)
    console.error(`engine: none at ${DEFAULT_HOST}: a private one will be started`);
  await setUp([...needed, ...(found === undefined ? NEEDED.engine : NEEDED.image)]);
  const host = found ?? (await startPrivate(owned, chosen));
  const image = newImageName();
  // A private engine takes its images with it.
  if (host === found) owned.defer(() => removeImage(connect(host), image));
  await importBusybox(connect(host), image);
  interrupted.throwIfAborted();
  const acquired = owned.move();
  return { host, isPrivate: host !== found, image, [Symbol.asyncDispose]: () => acquired.disposeAsync() };
}

async function startPrivate(owned: AsyncDisposableStack, chosen?: EngineName): Promise<string> {
  const isPodman = chosen !== undefined && engineOf(chosen).kind === 'podman';
  return isPodman
    ? (await PrivatePodman.start(owned, chosen)).host
    : await startDockerd(owned, { name: chosen });
}

/**
 * The address of the engine at `DOCKER_HOST`, which has to be the chosen one; `undefined` where that is not set.
 *
 * @throws Error where nothing, or another engine, answers
 */
async function findChosen(chosen: EngineName): Promise<string | undefined> {
  if (!process.env.DOCKER_HOST) return undefined;
  const host = await findEngine();
  if (host === undefined) return undefined;
  const { Version, Components = [] } = await connect(host, PING_TIMEOUT_MS).version();
  const isPodman = Components.some(({ Name }) => Name.startsWith('Podman'));
  const engine = engineOf(chosen);
  if (isPodman === (engine.kind === 'podman') && isVersionOf(engine, Version)) return host;
  const there = `${isPodman ? 'Podman' : 'Docker'} ${Version}`;
  throw new Error(
    `DOCKER_HOST=${host} is ${there}, and ${ENGINE_VARIABLE} is ${chosen}: unset one of them, or reach that engine`,
  );
}

/**
 * The address of the engine that `DOCKER_HOST` or the default socket reaches; `undefined` where neither does.
 *
 * @throws Error where `DOCKER_HOST` is set and nothing answers
 */
export async function findEngine(): Promise<string | undefined> {
  const given = process.env.DOCKER_HOST;
  const host = given || DEFAULT_HOST;
  try {
    await connect(host, PING_TIMEOUT_MS).ping();
    return host;
  } catch (error) {
    if (!given) return undefined;
    const advice = 'start it, or unset DOCKER_HOST to use the default socket or a private engine';
    throw new Error(`no Docker Engine answers at DOCKER_HOST=${given} (${describeError(error)}): ${advice}`);
  }
}

function connect(host: string, timeout?: number): Docker {
  const options = timeout === undefined ? {} : { timeout };
  // dockerode takes the other kinds of address from DOCKER_HOST only.
  return host.startsWith('unix://')
    ? new Docker({ ...options, socketPath: host.slice('unix://'.length) })
    : new Docker(options);
}
