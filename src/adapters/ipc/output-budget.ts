import type { ServerResponse } from 'node:http';

const MIB = 1024 * 1024;

/** What was written and not read by clients may take so much in all, in bytes. */
const MOST_BYTES = 24 * MIB;

/** Keeps what clients have asked for and do not read within the memory that an agent may take. */
export class OutputBudget {
  readonly #open = new Set<ServerResponse>();

  /** Answers that are not out yet. */
  get open(): ReadonlySet<ServerResponse> {
    return this.#open;
  }

  add(response: ServerResponse): void {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  /** Cuts off the clients that are furthest behind, as long as all are too far. To be called before more is written. */
  keep(): void {
    const behind = [...this.#open].sort((a, b) => b.writableLength - a.writableLength);
    let bytes = behind.reduce((sum, { writableLength }) => sum + writableLength, 0);
    for (const response of behind) {
      if (bytes <= MOST_BYTES) return;
      bytes -= response.writableLength;
      response.destroy();
    }
  }
}
