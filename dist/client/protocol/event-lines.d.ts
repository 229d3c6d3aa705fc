import type { JournalEvent } from '../domain/ledger/journal-events.ts';
/** Reads the answer of `GET /v1/events`, server-sent events with one `data` line each, as they arrive. */
export declare function readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JournalEvent>;
