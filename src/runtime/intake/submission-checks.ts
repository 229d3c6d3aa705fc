import { TopoGcError } from '../../domain/errors.ts';
import { namingOf } from '../../domain/kinds/kinds.ts';
import type { Lease } from '../../domain/topology/lease.ts';
import type { Submission } from '../../domain/topology/submission.ts';
import { isPending, type NamedFacts, type Topology } from '../../domain/topology/topology.ts';

/** The submission also includes what was absent when it was leased, and what its selectors find now. */
export const withLease = (submission: Submission, { absent, selectors }: Lease): Submission => ({
  ...submission,
  members: [...submission.members, ...absent],
  selectors: [...submission.selectors, ...selectors],
});

/** An id alone says enough only if it is known. */
export function checkNotEmpty(
  { id, members, selectors }: Submission,
  known: Lease | Topology | undefined,
): void {
  if (known !== undefined || members.length + selectors.length > 0) return;
  const detail =
    id === undefined
      ? 'at least one member or selector is needed'
      : `there is no topology or lease ${id}, so at least one member or selector is needed`;
  throw new TopoGcError('invalid-submission', 'The submission is empty', {
    faults: [{ field: 'containers', detail }],
  });
}

/** A topology that had nothing, or whose members had no known owner, may be handed over again. */
export const isRemoved = (known: Topology): boolean =>
  !isPending(known) && known.members.some(({ state }) => state !== 'absent');

export function alreadyRemoved(known: Topology, members: readonly NamedFacts[]): TopoGcError {
  return new TopoGcError(
    'already-removed',
    `The topology ${known.id} is already removed, and the submission names members that it did not have`,
    {
      faults: members.map(({ kind, name }) => ({
        field: namingOf(kind).field,
        value: name,
        detail: 'is new: submit it under another id',
      })),
    },
  );
}
