import { describeError, describeFault, TopoGcError } from '../../domain/errors.ts';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import { hostMoment } from '../../domain/moment.ts';
import { InvalidSubmission } from '../../domain/topology/invalid-submission.ts';
import type { Submission } from '../../domain/topology/submission.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';
import { isOpen, type Named, type Untaken } from '../../domain/topology/untaken.ts';
import { makeId } from './submissions.ts';

/** How a hand-over came, and what it held. */
export interface Refused {
  readonly file?: string;
  readonly submission?: Submission;
  readonly isLease?: boolean;
}

/** The client gets advice, or the file stays in the spool until the cause is over: nothing needs another look. */
const NOT_BOOKED: ReadonlySet<string> = new Set(['closed', 'overloaded', 'journal-failed']);

type Rejection = Omit<Extract<JournalEvent, { type: 'rejected' }>, 'type' | 'at'>;

/**
 * The record of a hand-over that was refused, with what it named, if the agent is to look at that again.
 * @param timeOfDay ms since the epoch
 * @returns `undefined` if it needs no record
 */
export function rejectionOf(
  error: unknown,
  { file, submission, isLease = false }: Refused,
  timeOfDay: number,
): Rejection | undefined {
  if (error instanceof TopoGcError && NOT_BOOKED.has(error.code)) return undefined;
  const named = error instanceof InvalidSubmission ? error.named : submission && namedBy(submission);
  const id = named?.id as TopologyId | undefined;
  // The content of such a file is not known, while a client that has sent something got an answer.
  const unread = named === undefined && file !== undefined ? [`${file} of the spool`] : (named?.unread ?? []);
  const writtenAt = error instanceof InvalidSubmission ? error.writtenAt : undefined;
  const untaken: Untaken = {
    id: keyOf({ file, named, error }),
    topology: id ?? makeId(),
    ...(named?.name !== undefined && { name: named.name }),
    spoken: submission?.spoken ?? hostMoment(Math.min(writtenAt ?? Infinity, timeOfDay)),
    how: isLease ? 'lease' : 'refused',
    members: (named?.members ?? []).map((ref) => ({ ...ref, error: whyOf(ref, error) })),
    selectors: (named?.selectors ?? []).map((each) => ({ ...each, error: whyOf(each, error) })),
    unread,
    left: [],
  };
  const isElsewhere = error instanceof TopoGcError && error.code === 'other-engine';
  return {
    ...(file !== undefined && { file }),
    ...(file === undefined && id !== undefined && { topology: id }),
    error: whyNot(error),
    ...(isOpen(untaken) && !isElsewhere && { untaken }),
  };
}

const namedBy = ({ members, selectors, id, name }: Submission): Named => ({
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
  members,
  selectors,
  unread: [],
});

/** A hand-over that is tried again stays one entry. */
const keyOf = ({
  file,
  named,
  error,
}: {
  file: string | undefined;
  named: Named | undefined;
  error: unknown;
}): string =>
  file ?? JSON.stringify([named?.id, named?.members, named?.selectors, named?.unread, whyNot(error)]);

const whyOf = (named: { readonly field: string }, error: unknown): string => {
  const faults = error instanceof TopoGcError ? error.faults : [];
  return faults.find(({ field }) => field === named.field)?.detail ?? describeError(error);
};

/** Why a hand-over was not taken, in one line. */
export const whyNot = (error: unknown): string => {
  const faults = error instanceof TopoGcError ? error.faults : [];
  return [describeError(error), ...faults.map(describeFault)].join('; ');
};
