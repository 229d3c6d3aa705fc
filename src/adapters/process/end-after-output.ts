import type { Writable } from 'node:stream';
import { inspect } from 'node:util';
import { printedText } from '../../domain/text/printed-text.ts';
import { systemClock } from '../host/system-clock.ts';

type Status = typeof process.exitCode;

interface EndOptions {
  /** How long a reader that does not read may delay this process, in ms; without it, there is no limit. */
  readonly patienceMs?: number;
}

const outputs = (): readonly Writable[] => [process.stdout, process.stderr];

/** Makes this process survive the end of its output's reader, such as a `head` that has seen enough. */
export function outliveReaders(): void {
  for (const output of outputs()) output.on('error', () => {});
}

/**
 * Ends this process once all its output is written, whatever else still holds it open. A pipe takes 64 KiB at once, and
 * the rest would be lost otherwise. Does not wait for a reader that is gone.
 */
export async function endAfterOutput(status: Status, { patienceMs }: EndOptions = {}): Promise<never> {
  process.exitCode = status;
  outliveReaders();
  const written = Promise.all(outputs().map(untilWritten));
  await (patienceMs === undefined ? written : Promise.race([written, systemClock.sleep(patienceMs)]));
  // eslint-disable-next-line no-restricted-properties -- all that was written is out
  process.exit();
}

/** Ends this process as `endAfterOutput` does, with the status that its work returns. */
export function endAfter(work: Promise<Status>, options?: EndOptions): void {
  work
    .catch((error: unknown) => {
      process.stderr.write(`${printedText(inspect(error))}\n`);
      return 1;
    })
    .then((status) => endAfterOutput(status, options))
    .catch(() => {});
}

/** Resolves when all earlier output is written, or never will be. */
function untilWritten(output: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (output.destroyed) return resolve();
    output.once('close', resolve);
    output.write('', () => resolve());
  });
}
