import type { ServerResponse } from 'node:http';

const MIB = 1024 * 1024;

/** The limit for all output that clients have not read yet, in bytes. */
const MOST_BYTES = 24 * MIB;

/** Keeps answers that clients do not read within the agent's memory limit. */
export class OutputBudget {
  readonly #open = new Set<ServerResponse>();

  /** Answers that are not sent completely. */
  get open(): ReadonlySet<ServerResponse> {
    return this.#open;
  }

  add(response: ServerResponse): void {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  /**
   * Cuts off the clients that are furthest behind, while the total is above the limit. Call this before writing more.
   */
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
