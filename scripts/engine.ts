import Docker from 'dockerode';
import { describeError } from '../src/domain/errors.ts';
import { importBusybox, newImageName, removeImage } from './engine/busybox-image.ts';
import { startDockerd } from './engine/private-dockerd.ts';
import { interrupted, onInterruption, untilEnd } from './interruption.ts';
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

/**
 * The engine that `DOCKER_HOST` reaches, else the one on the default socket, else a private one, for which missing packages
 * are installed from the distribution. Disposing of it removes the image, and ends what was started; so does a signal that
 * ends this process.
 *
 * @param needed what this process needs of the machine beside it, to be installed at once with it
 * @throws Error where `DOCKER_HOST` is set and nothing answers, or a private engine can't be had.
 */
export async function acquireEngine(needed: readonly Requirement[] = []): Promise<TestEngine> {
  const acquisition = acquire(needed);
  let disposal: Promise<void> | undefined;
  const dispose = () => {
    disposal ??= acquisition.then(
      (acquired) => acquired[Symbol.asyncDispose](),
      (error) => {
        if (error instanceof SuppressedError) throw error.error;
      },
    );
    return disposal;
  };
  const registration = onInterruption(dispose);
  const end = async () => {
    using _registration = registration;
    await dispose();
    if (interrupted.aborted) await untilEnd();
  };
  try {
    return { ...(await acquisition), [Symbol.asyncDispose]: end };
  } catch (error) {
    if (interrupted.aborted) await untilEnd();
    registration[Symbol.dispose]();
    throw explain(error);
  }
}

/** Of what failed twice, in the work and in cleaning up after it, both are told. */
function explain(error: unknown): unknown {
  if (!(error instanceof SuppressedError)) return error;
  const message = `${describeError(error.suppressed)}; then, cleaning up: ${describeError(error.error)}`;
  return new AggregateError([error.suppressed, error.error], message);
}

/** What it started is gone when it throws, as it does soon after an interruption. */
async function acquire(needed: readonly Requirement[]): Promise<TestEngine> {
  await using owned = new AsyncDisposableStack();
  const found = await findEngine();
  if (found === undefined) console.error(`engine: none at ${DEFAULT_HOST}: a private one will be started`);
  await setUp([...needed, ...(found === undefined ? NEEDED.engine : NEEDED.image)]);
  const host = found ?? (await startDockerd(owned));
  const image = newImageName();
  // A private engine takes its images with it.
  if (host === found) owned.defer(() => removeImage(connect(host), image));
  await importBusybox(connect(host), image);
  interrupted.throwIfAborted();
  const acquired = owned.move();
  return { host, isPrivate: host !== found, image, [Symbol.asyncDispose]: () => acquired.disposeAsync() };
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
