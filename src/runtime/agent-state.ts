import { TopoGcError } from '../domain/errors.ts';
import { fold } from '../domain/ledger/fold.ts';
import { isDurable, type JournalEvent } from '../domain/ledger/journal-events.ts';
import { emptyLedger, type Ledger } from '../domain/ledger/ledger.ts';
import { takeSnapshot } from '../domain/ledger/ledger-snapshot.ts';
import type { Journal, Log } from '../domain/ports.ts';
import type { Topology } from '../domain/topology/topology.ts';

/** The agent compacts a journal that has this many bytes, and twice its size after the last compaction. */
const COMPACT_FROM = 4 * 1024 * 1024;

type Listener = (event: JournalEvent) => void;

/** The ledger, and the one way to change it: an event, which is folded, journalled and passed to all listeners. */
export class AgentState {
  readonly ledger: Ledger;
  readonly #journal: Journal;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();
  #journalFailed = false;
  /** Events that are written and not folded yet. */
  #unfolded = 0;
  #compactAt = COMPACT_FROM;

  constructor({ journal, log, ledger = emptyLedger() }: { journal: Journal; log: Log; ledger?: Ledger }) {
    this.ledger = ledger;
    this.#journal = journal;
    this.#log = log;
  }

  /** Folds an event at once and writes it in the background, as a successor could do without it. */
  record(event: JournalEvent): void {
    this.#apply(event);
    if (isDurable(event)) this.#journal.append(event, false).catch((error) => this.#complain(error));
    this.#compactWhereDue(event.at);
  }

  /**
   * Folds an event once it would survive a power cut.
   * @returns the topology that the event is about, as it is then: the ledger may soon forget a topology that is over
   * @throws TopoGcError `journal-failed`; nothing is folded then.
   */
  async recordSynced(event: JournalEvent): Promise<Topology | undefined> {
    this.#unfolded += 1;
    try {
      await this.#journal.append(event, true);
    } catch (cause) {
      throw new TopoGcError('journal-failed', 'The journal could not be written, nothing was taken', {
        cause,
      });
    } finally {
      this.#unfolded -= 1;
    }
    this.#apply(event);
    this.#compactWhereDue(event.at);
    return 'topology' in event ? this.ledger.topologies.get(event.topology) : undefined;
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

  /** Only while the ledger holds all that the journal was given: the snapshot replaces all of it. */
  #compactWhereDue(at: number): void {
    if (this.#unfolded > 0 || this.#journal.size < this.#compactAt) return;
    this.#compactAt = Number.POSITIVE_INFINITY;
    this.#journal
      .compact({ type: 'snapshot', at, snapshot: takeSnapshot(this.ledger) })
      .catch((error) => this.#complain(error))
      .finally(() => {
        this.#compactAt = Math.max(COMPACT_FROM, 2 * this.#journal.size);
      });
  }

  #complain(error: unknown): void {
    if (this.#journalFailed) return;
    this.#journalFailed = true;
    this.#log.error('the journal could not be written; removals go on, and would be repeated after a crash', {
      error,
    });
  }
}
