import type { MemberKind } from '../../../domain/kinds/kinds.ts';
import { isAmong } from '../../../domain/kinds/references.ts';
import { LeakError } from '../../../domain/leaks/leak-cause.ts';
import { type Ledger, pendingTopologies } from '../../../domain/ledger/ledger.ts';
import type { Member } from '../../../domain/topology/topology.ts';

export interface Holder {
  /** The id by which the engine would disconnect it. */
  readonly id: string;
  readonly name: string;
}

/** A member stays because something that was not handed over, or could not be stopped, holds it. */
export class UsedByOthers extends LeakError {
  override readonly name = 'UsedByOthers';

  constructor(cause: Error, holders: readonly Holder[]) {
    const names = holders.map(({ name }) => name).join(', ');
    super('in-use', names === '' ? cause.message : `${cause.message} (held by ${names})`, cause);
  }
}

export interface Holders {
  /** To be disconnected: the job's own, or handed over and exited while the engine has not let go yet. */
  readonly ours: readonly Holder[];
  /** No client handed them over, or they could not be stopped or removed. */
  readonly others: readonly Holder[];
}

/**
 * While a container is ending, its endpoint has an id of its own (`ep-…`), and only the name shows the container
 * (moby).
 */
const keyOf = ({ id, name }: Holder): string => (id.startsWith('ep-') ? name : id);

/** The kinds that hold networks: networks hold one of configuration. */
const HOLDING: readonly MemberKind[] = ['container', 'network', 'service'];

/** The tasks and containers of services that were handed over: they go by themselves. */
function tasksKnown({ topologies }: Ledger, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { members } of topologies.values())
    for (const member of members) {
      if (member.kind !== 'service' || member.state === 'failed') continue;
      for (const { id, container = id } of member.tasks ?? [])
        for (const key of [id, container]) if (wanted.has(key)) ids.add(key);
    }
  return ids;
}

/**
 * Sorts the holders of a network. Holders that are handed over and still stopping, or networks still to be removed, are in neither group.
 * @param jobs the job's own container and its services: a test in the job's container connects it to reach what the
 *   test has built
 */
export function sortHolders(ledger: Ledger, holders: readonly Holder[], jobs: readonly string[]): Holders {
  const known = holders.map((holder) => ({ ...holder, id: keyOf(holder) }));
  const wanted = new Set(known.map(({ id }) => id));
  const submitted = new Map<string, Member>();
  for (const { members } of pendingTopologies(ledger))
    for (const member of members)
      for (const key of [member.id, member.name])
        if (HOLDING.includes(member.kind) && wanted.has(key)) submitted.set(key, member);
  const stopping = tasksKnown(ledger, wanted);
  const stateOf = ({ id }: Holder) => submitted.get(id);
  // A service can't be disconnected: the Swarm forgets it a moment after its deletion.
  const isOurs = (holder: Holder) =>
    isAmong(jobs, holder) ||
    (stateOf(holder)?.kind !== 'service' && stateOf(holder)?.stoppedAt !== undefined);
  return {
    ours: known.filter(isOurs),
    others: known.filter((holder) => {
      const member = stateOf(holder);
      if (isOurs(holder) || stopping.has(holder.id)) return false;
      return member === undefined || member.state === 'failed';
    }),
  };
}
