import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import { linesOf } from '../domain/text/lines.ts';

const DATA = 'data: ';

/** Reads the answer of `GET /v1/events`, server-sent events with one `data` line each, as they arrive. */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JournalEvent> {
  for await (const line of linesOf(chunks)) {
    if (line.startsWith(DATA)) yield JSON.parse(line.slice(DATA.length));
  }
}
