import type { JournalEvent } from '../../src/domain/ledger/journal-events.ts';
import type { Journal } from '../../src/domain/ports.ts';

/** A journal in memory, which can fail and can be held up. */
export class MemoryJournal implements Journal {
  readonly events: JournalEvent[] = [];
  /** Those that would survive a power cut. */
  readonly synced: JournalEvent[] = [];
  /** What each append fails with. */
  failure: Error | undefined;
  /** What each append waits for. */
  held: Promise<void> = Promise.resolve();

  async append(event: JournalEvent, sync: boolean): Promise<void> {
    await this.held;
    if (this.failure !== undefined) throw this.failure;
    this.events.push(event);
    if (sync) this.synced.push(event);
  }

  size = 0;

  async compact(event: JournalEvent): Promise<void> {
    await this.held;
    this.events.splice(0, this.events.length, event);
  }

  async close(): Promise<void> {}
}
