import { type Fault, TopoGcError } from '../errors.ts';
import type { Named } from './untaken.ts';

/** A submission that is not valid, with what it names as far as that can be read: nothing of it may be forgotten. */
export class InvalidSubmission extends TopoGcError {
  readonly named: Named;
  /** When its client wrote it, in ms since the epoch, where it says so. */
  readonly writtenAt?: number;

  constructor(faults: readonly Fault[], named: Named, writtenAt?: number) {
    super('invalid-submission', 'The submission is not valid; nothing of it was taken', { faults });
    this.named = named;
    if (writtenAt !== undefined && !Number.isNaN(writtenAt)) this.writtenAt = writtenAt;
  }
}
