import type { Fault } from '../../domain/errors.ts';
import type { SubmittedMember } from '../../domain/ledger/journal-events.ts';
import type { Ledger } from '../../domain/ledger/ledger.ts';
import type { HostMoment } from '../../domain/moment.ts';
import type { NamedFacts, TopologyId } from '../../domain/topology/topology.ts';
import type { Untaken } from '../../domain/topology/untaken.ts';
import type { Admitted } from './admission.ts';

/** The members of a submission that go into the journal. */
export const membersOf = (
  { present, absent, unsure }: Admitted,
  leased: readonly NamedFacts[],
): SubmittedMember[] => namedIn({ present, absent, unsure }, leased);

/** The same members, if clients can name their kind. */
export const namedIn = (
  { present, absent, unsure }: Pick<Admitted, 'present' | 'absent' | 'unsure'>,
  leased: readonly NamedFacts[],
) => [
  ...leased,
  ...present,
  ...absent.map(({ kind, ref, site }) => ({
    kind,
    id: ref,
    name: ref,
    ...(site !== undefined && { site }),
    absent: true,
  })),
  ...unsure.map((member) => ({ ...member, absent: true })),
];

/** What else was named, for the agent's book; `undefined` if all was taken. */
export function untakenOf(
  { id, name, spoken }: { id: TopologyId; name: string | undefined; spoken: HostMoment },
  { unresolved, failed, left }: Admitted,
): Untaken | undefined {
  if (unresolved.length + failed.length + left.length === 0) return undefined;
  return {
    id: crypto.randomUUID(),
    topology: id,
    ...(name !== undefined && { name }),
    spoken,
    how: 'part',
    members: unresolved,
    selectors: failed,
    unread: [],
    left,
  };
}

const AGAIN = 'it stays in the book and is looked at again';

/** What a submission named and the agent could not take, a fault each. */
export const errorsOf = ({ unresolved, failed }: Pick<Admitted, 'unresolved' | 'failed'>): Fault[] => [
  ...unresolved.map(({ field, ref, shown = ref, kind, error }) => ({
    field,
    value: shown,
    detail: `${kind} ${shown} could not be looked up: ${error}; ${AGAIN}`,
  })),
  ...failed.map(({ field, label, error }) => ({
    field,
    value: label,
    detail: `what carries the label ${label} could not be listed: ${error}; ${AGAIN}`,
  })),
];

/** What a submission named to no effect, a fault each. */
export const warningsOf = ({ unmatched }: Admitted): Fault[] =>
  unmatched.map(({ field, label }) => ({
    field,
    value: label,
    detail: `nothing carries the label ${label}`,
  }));

/** What the agent has not taken of a topology at this moment, a fault each. */
export const errorsOfTopology = ({ untaken }: Ledger, id: TopologyId): Fault[] =>
  untaken
    .filter(({ topology, how }) => topology === id && how === 'part')
    .flatMap(({ members, selectors }) => errorsOf({ unresolved: members, failed: selectors }));
