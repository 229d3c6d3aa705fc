import { type Fault, TopoGcError } from '../errors.ts';
import type { Named } from './untaken.ts';

/** A submission that is not valid, with the names in it, as far as they can be read: none of them may be forgotten. */
export class InvalidSubmission extends TopoGcError {
  readonly named: Named;
  /** The time at which its client wrote it, in ms since the epoch, if it gives one. */
  readonly writtenAt?: number;

  constructor(faults: readonly Fault[], named: Named, writtenAt?: number) {
    super('invalid-submission', 'The submission is not valid; nothing of it was taken', { faults });
    this.named = named;
    if (writtenAt !== undefined && !Number.isNaN(writtenAt)) this.writtenAt = writtenAt;
  }
}
