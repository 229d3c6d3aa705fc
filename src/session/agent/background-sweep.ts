import { dirname } from 'node:path';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import type { StateFolder } from '../../adapters/journal/state-folder.ts';
import type { Log, Sweeping } from '../../domain/ports.ts';
import { isSwept, type SweptSession } from '../../domain/report/swept.ts';
import { parseSettings } from '../../domain/settings.ts';
import { unlessAborted } from '../../runtime/engine-retry.ts';
import { sweep } from '../sweep.ts';

/** What an agent does beside its own work: it collects what agents left that died before their drain. */
export class BackgroundSweep implements Sweeping {
  readonly swept: SweptSession[] = [];
  readonly #folder: StateFolder;
  readonly #session: SessionFile;
  readonly #log: Log;
  readonly #ended = new AbortController();
  #over: Promise<void> = Promise.resolve();

  constructor(folder: StateFolder, session: SessionFile, log: Log) {
    this.#folder = folder;
    this.#session = session;
    this.#log = log;
  }

  start(): void {
    const { log, inputs } = this.#session;
    this.#over = sweep({
      root: dirname(this.#folder.path),
      script: process.argv[1] ?? '',
      log,
      signal: this.#ended.signal,
      budgetMs: parseSettings(inputs).drainTimeoutMs,
      isPatient: true,
      onSwept: (swept) => this.#take(swept),
      onInUse: (session, why) => this.#log.info(`the session ${session} is in use and is left alone: ${why}`),
      onForeign: ({ path, uid }) => this.#log.info(`${path} belongs to the user ${uid} and is left alone`),
      onFault: (what) => this.#log.warn(what),
    });
  }

  async finish(signal: AbortSignal): Promise<readonly SweptSession[]> {
    await unlessAborted(this.#over, signal).catch(() => {});
    this.end();
    await this.#over;
    return this.swept;
  }

  /** Gives up the work; the next sweep goes on with it. */
  end(): void {
    this.#ended.abort();
  }

  #take(swept: SweptSession): void {
    const { session, ...what } = swept;
    this.swept.push(swept);
    if (isSwept(swept)) this.#log.info(`swept the session ${session}`, what);
    else this.#log.warn(`the session ${session} could not be swept whole`, what);
  }
}
