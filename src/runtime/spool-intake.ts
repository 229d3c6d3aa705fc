import { EngineError } from '../domain/engine.ts';
import { describeError, describeFault, TopoGcError } from '../domain/errors.ts';
import type { Clock, Log, Spool } from '../domain/ports.ts';
import type { Rejection, Spooled } from '../domain/spooled.ts';
import { unawaited } from '../domain/unawaited.ts';
import type { AgentState } from './agent-state.ts';
import { unlessAborted } from './engine-retry.ts';
import type { LedgerBudget } from './ledger-budget.ts';
import type { Submissions } from './submissions.ts';

interface SpoolIntakeOptions {
  readonly spool: Spool;
  readonly budget: LedgerBudget;
  readonly submissions: Submissions;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between two attempts to take what could not be taken yet, in ms. */
const AGAIN_MS = 1000;

/** What may be different the next time: the file stays where it is. */
const isPassing = (error: unknown): boolean =>
  error instanceof EngineError
    ? error.fault !== 'rejected'
    : error instanceof TopoGcError && (error.code === 'journal-failed' || error.code === 'overloaded');

const whyNot = (error: unknown): string => {
  const faults = error instanceof TopoGcError ? error.faults : [];
  return [describeError(error), ...faults.map(describeFault)].join('; ');
};

/** Takes in what clients have left in the spool. */
export class SpoolIntake {
  readonly #options: SpoolIntakeOptions;
  /** The files that could not be taken yet, each with what kept it from that. */
  readonly #left = new Map<string, unknown>();
  #last: Promise<void> = Promise.resolve();

  constructor(options: SpoolIntakeOptions) {
    this.#options = options;
  }

  /** Takes in what is there, now and whenever something comes, until the signal fires. */
  async watch(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const isHeard = this.#listen(signal);
    await this.takeAll();
    while (!signal.aborted) {
      await clock.sleep(AGAIN_MS, signal);
      if ((this.#left.size > 0 || !isHeard) && !signal.aborted) await this.takeAll();
    }
  }

  /** @returns false where the kernel tells of nothing that comes, as when its watches are used up */
  #listen(signal: AbortSignal): boolean {
    const { spool, log } = this.#options;
    try {
      spool.watch(signal, () => unawaited(this.takeAll(), log, 'the spool could not be read'));
      return true;
    } catch (error) {
      log.warn('the spool can not be watched, and is looked at every second', { error });
      return false;
    }
  }

  /** Resolves when all that is there now is taken, refused or left for later; never rejects. */
  takeAll(): Promise<void> {
    this.#last = this.#last
      .then(() => this.#takeAll())
      .catch((error) => this.#options.log.error('the spool could not be read', { error }));
    return this.#last;
  }

  /**
   * Removes the folder, so that clients find none, and takes in what was in it; what can't be taken until the signal fires
   * is rejected. Never rejects itself.
   */
  async close(signal: AbortSignal): Promise<void> {
    const { spool, log } = this.#options;
    await spool.close().catch((error) => log.error('the spool could not be closed', { error }));
    await unlessAborted(this.#untilEmpty(signal), signal).catch(() => {});
    if (signal.aborted) await this.#rejectAll();
  }

  async #untilEmpty(signal: AbortSignal): Promise<void> {
    for (await this.takeAll(); this.#left.size > 0 && !signal.aborted; await this.takeAll())
      await this.#options.clock.sleep(AGAIN_MS, signal);
  }

  async #rejectAll(): Promise<void> {
    const { spool, log } = this.#options;
    try {
      for (const { file } of (await spool.read()).spooled)
        await this.#refuse(file, this.#left.get(file) ?? new Error('it could not be looked up in time'));
    } catch (error) {
      log.error('the spool could not be read', { error });
    }
  }

  async #takeAll(): Promise<void> {
    const { spooled, rejected } = await this.#options.spool.read();
    for (const rejection of rejected) this.#reject(rejection);
    for (const each of spooled) await this.#take(each);
  }

  async #take({ file, submission }: Spooled): Promise<void> {
    const { spool, budget, submissions, clock, log } = this.#options;
    try {
      budget.check(submission);
      await submissions.take(submission, clock.now());
      this.#left.delete(file);
      await spool.taken(file);
    } catch (error) {
      if (!isPassing(error)) return this.#refuse(file, error);
      if (!this.#left.has(file)) log.warn(`${file} of the spool could not be taken yet`, { error });
      this.#left.set(file, error);
    }
  }

  async #refuse(file: string, error: unknown): Promise<void> {
    this.#left.delete(file);
    await this.#options.spool.reject(file);
    this.#reject({ file, error: whyNot(error) });
  }

  #reject(rejection: Rejection): void {
    const { state, clock, log } = this.#options;
    log.warn(`${rejection.file} of the spool was rejected: ${rejection.error}`);
    state.record({ type: 'rejected', at: clock.now(), ...rejection });
  }
}
