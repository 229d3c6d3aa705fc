import { EngineError } from '../../domain/engine.ts';
import { TopoGcError } from '../../domain/errors.ts';
import type { Clock, Log, Spool } from '../../domain/ports.ts';
import type { Submission } from '../../domain/topology/submission.ts';
import { unawaited } from '../../domain/unawaited.ts';
import { unlessAborted } from '../engine-retry.ts';
import type { LedgerBudget } from './ledger-budget.ts';
import { whyNot } from './rejection.ts';
import type { SecondLooks } from './second-looks.ts';
import type { Submissions } from './submissions.ts';

interface SpoolIntakeOptions {
  readonly spool: Spool;
  readonly budget: LedgerBudget;
  readonly submissions: Submissions;
  readonly secondLooks: SecondLooks;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between two attempts at what could not be taken yet, in ms. */
const AGAIN_MS = 1000;

const NO_TIME = 'there was no time for it';

/**
 * How often a last look tries an unreadable file: the cause may pass in a moment, and the look holds up the end of a
 * job.
 */
const MOST_LOOKS = 5;

/** What may be different next time, perhaps only for the next sweep: the file stays in its place. */
const isPassing = (error: unknown): boolean =>
  error instanceof EngineError
    ? error.fault !== 'rejected'
    : error instanceof TopoGcError && ['journal-failed', 'closed', 'overloaded'].includes(error.code);

/** A spool file that is not done with, and why. */
interface Left {
  readonly error: unknown;
  /** The step that failed. */
  readonly what: 'read' | 'taken' | 'put aside';
}

/** Takes in what clients have left in the spool. A fault in one file affects only that file: all others are taken. */
export class SpoolIntake {
  readonly #options: SpoolIntakeOptions;
  /** The files that could not be read, taken or put aside. */
  readonly #left = new Map<string, Left>();
  /** The files that the current look has not finished. */
  #waiting: ReadonlySet<string> = new Set();
  /** How many looks have ended. */
  #looks = 0;
  /** Finished files that are still there, as they could be neither removed nor put aside. */
  readonly #done = new Set<string>();
  /** What went wrong with the folder itself the last time. */
  readonly #folderFaults = new Map<'read' | 'closed', unknown>();
  #last: Promise<void> = Promise.resolve();

  constructor(options: SpoolIntakeOptions) {
    this.#options = options;
  }

  /** What is unknown or untaken in the spool, a line each; empty if all is done with. */
  get unconfirmed(): string[] {
    return [
      ...[...this.#folderFaults].map(([what, error]) => `the spool could not be ${what}: ${whyNot(error)}`),
      ...[...this.#left].map(
        ([file, { error, what }]) => `${file} of the spool could not be ${what}: ${whyNot(error)}`,
      ),
      ...[...this.#waiting]
        .filter((file) => !this.#left.has(file))
        .map((file) => `${file} of the spool could not be taken: ${NO_TIME}`),
    ];
  }

  /**
   * Takes new files as they come, until the signal fires. Also looks by itself, as notifications may not be possible.
   */
  async watch(signal: AbortSignal): Promise<void> {
    const { spool, clock, log } = this.#options;
    spool.watch(signal, () => unawaited(this.takeAll(), log, 'the spool could not be read'));
    while (!signal.aborted) {
      await this.takeAll();
      await clock.sleep(AGAIN_MS, signal);
    }
  }

  /** Resolves when all that is there now is taken, refused or left for later; never rejects. */
  takeAll(): Promise<void> {
    const look = this.#last.then(() => this.#takeAll());
    this.#last = look.catch((error) => this.#fail('read', error));
    return this.#last;
  }

  /**
   * Removes the folder, so that clients no longer find it, and takes in what was in it, until the signal fires. Never
   * rejects.
   */
  async close(signal: AbortSignal): Promise<void> {
    try {
      await this.#options.spool.close();
      this.#folderFaults.delete('closed');
    } catch (error) {
      this.#fail('closed', error);
    }
    const looks = this.#looks;
    await unlessAborted(this.#untilEmpty(signal), signal).catch(() => {
      // Name the files that wait; if these are not known, name the folder.
      const isKnown = this.#looks > looks || this.#waiting.size > 0;
      if (!isKnown) this.#fail('read', new Error(NO_TIME));
    });
  }

  #fail(what: 'read' | 'closed', error: unknown): void {
    if (!this.#folderFaults.has(what)) this.#options.log.error(`the spool could not be ${what}`, { error });
    this.#folderFaults.set(what, error);
  }

  async #untilEmpty(signal: AbortSignal): Promise<void> {
    await this.takeAll();
    for (let looks = 1; this.#isWorthALook(looks) && !signal.aborted; looks++) {
      await this.#options.clock.sleep(AGAIN_MS, signal);
      await this.takeAll();
    }
  }

  #isWorthALook(looks: number): boolean {
    const left = new Set([...this.#left.values()].map(({ what }) => what));
    if (left.has('taken')) return true;
    return looks < MOST_LOOKS && (left.has('read') || this.#folderFaults.has('read'));
  }

  async #takeAll(): Promise<void> {
    let files: readonly string[];
    try {
      files = await this.#options.spool.list();
      this.#folderFaults.delete('read');
    } catch (error) {
      return this.#fail('read', error);
    }
    // A file that somebody has removed is no longer left.
    for (const file of this.#left.keys()) if (!files.includes(file)) this.#left.delete(file);
    const waiting = new Set(files.filter((file) => !this.#done.has(file)));
    this.#waiting = waiting;
    for (const file of waiting) {
      await this.#takeFile(file);
      waiting.delete(file);
    }
    this.#looks += 1;
  }

  async #takeFile(file: string): Promise<void> {
    let submission: Submission | undefined;
    try {
      submission = await this.#options.spool.read(file);
    } catch (error) {
      if (error instanceof TopoGcError) return this.#refuse(file, error);
      return this.#leave(file, { error, what: 'read' });
    }
    if (submission === undefined) this.#left.delete(file);
    else await this.#take(file, submission);
  }

  async #take(file: string, submission: Submission): Promise<void> {
    const { spool, budget, submissions, clock, log } = this.#options;
    try {
      budget.check(submission);
      await submissions.take(submission, clock.now());
    } catch (error) {
      return isPassing(error)
        ? this.#leave(file, { error, what: 'taken' })
        : this.#refuse(file, error, submission);
    }
    this.#left.delete(file);
    // A successor that finds the file takes it once more, which changes nothing.
    await spool.taken(file).catch((error) => {
      this.#done.add(file);
      log.warn(`${file} of the spool is taken, and could not be removed`, { error });
    });
  }

  #leave(file: string, left: Left): void {
    const { log } = this.#options;
    const isKnown = this.#left.has(file);
    // Nothing is taken after the last drain: the reason that the file was not taken before counts.
    if (isKnown && left.error instanceof TopoGcError && left.error.code === 'closed') return;
    if (!isKnown) log.warn(`${file} of the spool could not be ${left.what}`, { error: left.error });
    this.#left.set(file, left);
  }

  async #refuse(file: string, cause: unknown, submission?: Submission): Promise<void> {
    const { spool, secondLooks, log } = this.#options;
    const error = whyNot(cause);
    log.warn(`${file} of the spool was rejected: ${error}`);
    secondLooks.note(cause, { file, ...(submission && { submission }) });
    this.#left.delete(file);
    await spool.reject(file).catch((fault) => {
      this.#done.add(file);
      this.#leave(file, { error: fault, what: 'put aside' });
    });
  }
}
