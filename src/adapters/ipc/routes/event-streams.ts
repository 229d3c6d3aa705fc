import type { ServerResponse } from 'node:http';
import type { JournalEvent } from '../../../domain/ledger/journal-events.ts';
import type { AgentService } from '../../../protocol/agent-service.ts';
import { every } from '../../host/system-clock.ts';
import type { OutputBudget } from '../output-budget.ts';

/** Between two comments that keep an idle connection open, in ms. */
const HEARTBEAT_MS = 15_000;

/**
 * A listener that is more than this many bytes behind at an event is cut off: it can ask for the status and listen
 * again.
 */
const MOST_BEHIND = 1024 * 1024;

/** The listeners to events: each event becomes text once, however many listeners there are. */
export class EventStreams {
  readonly #output: OutputBudget;
  readonly #listeners = new Set<ServerResponse>();
  #unsubscribe: (() => void) | undefined;

  constructor(output: OutputBudget) {
    this.#output = output;
  }

  /** Server-sent events, from now on: `event` is the type, `data` the event as JSON, times in ms since the epoch. */
  add(response: ServerResponse, service: AgentService): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    this.#unsubscribe ??= service.subscribe((event) => this.#tell(event));
    this.#listeners.add(response);
    const heartbeat = every(HEARTBEAT_MS, () => response.write(': still here\n\n'));
    response.on('close', () => {
      heartbeat[Symbol.dispose]();
      this.#listeners.delete(response);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    });
  }

  #tell(event: JournalEvent): void {
    const bytes = Buffer.from(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    for (const listener of this.#listeners) if (listener.writableLength > MOST_BEHIND) listener.destroy();
    this.#output.keep();
    for (const listener of this.#listeners) if (!listener.destroyed) listener.write(bytes);
  }
}
