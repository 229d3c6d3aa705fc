import { TopoGcError } from '../domain/errors.ts';
import { isDurable, type JournalEvent } from '../domain/journal-events.ts';
import { emptyLedger, fold, type Ledger } from '../domain/ledger.ts';
import type { Journal, Log } from '../domain/ports.ts';

type Listener = (event: JournalEvent) => void;

/** The ledger, and the one way to change it: an event, which is folded, journalled and told to all who listen. */
export class AgentState {
  readonly ledger: Ledger;
  readonly #journal: Journal;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();
  #journalFailed = false;

  constructor({ journal, log, ledger = emptyLedger() }: { journal: Journal; log: Log; ledger?: Ledger }) {
    this.ledger = ledger;
    this.#journal = journal;
    this.#log = log;
  }

  /** Folds an event at once; it is written in the background, as a successor could do without it. */
  record(event: JournalEvent): void {
    this.#apply(event);
    if (isDurable(event)) this.#journal.append(event, false).catch((error) => this.#complain(error));
  }

  /**
   * Folds an event once it would survive a power cut.
   * @throws TopoGcError `journal-failed`; nothing is folded then.
   */
  async recordSynced(event: JournalEvent): Promise<void> {
    await this.#journal.append(event, true).catch((cause) => {
      throw new TopoGcError('journal-failed', 'The journal could not be written, nothing was taken', {
        cause,
      });
    });
    this.#apply(event);
  }

  /** Calls back for each event from now on, until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #apply(event: JournalEvent): void {
    fold(this.ledger, event);
    for (const listener of this.#listeners) listener(event);
  }

  #complain(error: unknown): void {
    if (this.#journalFailed) return;
    this.#journalFailed = true;
    this.#log.error('the journal could not be written; removals go on, and would be repeated after a crash', {
      error,
    });
  }
}
