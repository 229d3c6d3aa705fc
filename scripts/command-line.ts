import { describeError } from '../src/domain/errors.ts';
import { ENGINE_USAGE, takeEngineOption } from './engine/engine-option.ts';
import { interrupted, untilEnd } from './interruption.ts';

const STATUS_FAILED = 1;
const STATUS_USAGE = 2;

interface CommandLine<Options> {
  readonly usage: string;
  /** Takes `--engine NAME` too, which stands in `TOPO_GC_ENGINE` when it runs. */
  readonly takesEngine?: boolean;
  /** @throws Error that says what is taken */
  readonly read: (args: readonly string[]) => Options;
  readonly run: (options: Options) => Promise<void>;
}

/**
 * Runs a command of this repository from its command line to its exit status: 2 where the command line is wrong, 1 where
 * it fails. `--help` prints the usage.
 */
export async function runCommandLine<Options>(commandLine: CommandLine<Options>): Promise<void> {
  const { takesEngine = false, read, run } = commandLine;
  const usage = takesEngine ? commandLine.usage + ENGINE_USAGE : commandLine.usage;
  const args = process.argv.slice(2);
  if (args.includes('--help')) return console.log(usage);
  let options: Options;
  try {
    options = read(takesEngine ? takeEngineOption(args) : args);
  } catch (error) {
    console.error(`${describeError(error)}\n\n${usage}`);
    process.exitCode = STATUS_USAGE;
    return;
  }
  try {
    await run(options);
  } catch (error) {
    // What was cleaned up under its feet is no failure.
    if (interrupted.aborted) await untilEnd();
    console.error(error);
    process.exitCode = STATUS_FAILED;
  }
}
