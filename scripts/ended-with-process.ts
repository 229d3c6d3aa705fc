import { describeError } from '../src/domain/errors.ts';
import { interrupted, onInterruption, untilEnd } from './interruption.ts';

interface Held<T> {
  readonly acquired: T;
  /** Disposes of it, once. */
  readonly end: () => Promise<void>;
}

/**
 * Waits for what is being acquired. A signal that ends this process disposes of it too, also while it is being acquired.
 *
 * @param acquisition cleans up behind itself where it fails, as it does soon after an interruption
 * @throws what the acquisition throws; AggregateError where it failed, and cleaning up after it too
 */
export async function endedWithProcess<T extends AsyncDisposable>(acquisition: Promise<T>): Promise<Held<T>> {
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
    return { acquired: await acquisition, end };
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
