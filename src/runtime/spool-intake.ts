import { describeError, describeFault, TopoGcError } from '../domain/errors.ts';
import { type Clock, EngineError, type Log, type Spool } from '../domain/ports.ts';
import type { Rejection, Spooled } from '../domain/spooled.ts';
import type { AgentState } from './agent-state.ts';
import type { Submissions } from './submissions.ts';

interface SpoolIntakeOptions {
  readonly spool: Spool;
  readonly submissions: Submissions;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
}

/** What may be different the next time: the file stays where it is. */
const isPassing = (error: unknown): boolean =>
  error instanceof EngineError || (error instanceof TopoGcError && error.code === 'journal-failed');

const whyNot = (error: unknown): string => {
  const faults = error instanceof TopoGcError ? error.faults : [];
  return [describeError(error), ...faults.map(describeFault)].join('; ');
};

/** Takes in what clients have left in the spool. */
export class SpoolIntake {
  readonly #options: SpoolIntakeOptions;
  #last: Promise<void> = Promise.resolve();

  constructor(options: SpoolIntakeOptions) {
    this.#options = options;
  }

  /** Takes in what is there, now and whenever something comes, until the signal fires. */
  watch(signal: AbortSignal): void {
    this.#options.spool.watch(signal, () => this.takeAll());
    this.takeAll();
  }

  /** Resolves when all that is there now is taken or refused; never rejects. */
  takeAll(): Promise<void> {
    this.#last = this.#last
      .then(() => this.#takeAll())
      .catch((error) => this.#options.log.error('the spool could not be read', { error }));
    return this.#last;
  }

  /** Removes the folder, so that clients find none, and takes in what was in it. */
  async close(): Promise<void> {
    await this.#options.spool.close();
    await this.takeAll();
  }

  async #takeAll(): Promise<void> {
    const { spooled, rejected } = await this.#options.spool.read();
    for (const rejection of rejected) this.#reject(rejection);
    for (const each of spooled) await this.#take(each);
  }

  async #take({ file, submission }: Spooled): Promise<void> {
    const { spool, submissions, clock, log } = this.#options;
    try {
      await submissions.take(submission, clock.now());
      await spool.taken(file);
    } catch (error) {
      if (isPassing(error)) {
        log.warn(`${file} of the spool could not be taken yet`, { error });
        return;
      }
      await spool.reject(file);
      this.#reject({ file, error: whyNot(error) });
    }
  }

  #reject(rejection: Rejection): void {
    const { state, clock, log } = this.#options;
    log.warn(`${rejection.file} of the spool was rejected: ${rejection.error}`);
    state.record({ type: 'rejected', at: clock.now(), ...rejection });
  }
}
