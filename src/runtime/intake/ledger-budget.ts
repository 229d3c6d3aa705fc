import { TopoGcError } from '../../domain/errors.ts';
import type { Ledger } from '../../domain/ledger/ledger.ts';
import { pendingWeight, submissionWeight } from '../../domain/ledger/ledger-weight.ts';
import type { Submission } from '../../domain/topology/submission.ts';

/** The memory for what is submitted or leased and not removed yet, in bytes: enough for some 10,000 topologies. */
export const MOST_BYTES = 32 * 1024 * 1024;

const MIB = 1024 * 1024;

/** Keeps what is pending within the agent's memory limit. */
export class LedgerBudget {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** @throws TopoGcError `overloaded` if a submission or a lease would be too much; nothing of it is taken then */
  check(submission: Submission): void {
    if (pendingWeight(this.#ledger) + submissionWeight(submission) <= MOST_BYTES) return;
    throw new TopoGcError(
      'overloaded',
      `The agent holds as much as it may, ${MOST_BYTES / MIB} MiB of topologies that are not removed yet; nothing was taken`,
    );
  }
}
