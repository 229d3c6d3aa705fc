import { type Ledger, pendingTopologies } from '../domain/ledger.ts';
import type { Member } from '../domain/topology.ts';

export interface Holder {
  /** By which the engine would disconnect it. */
  readonly id: string;
  readonly name: string;
}

/** A member stays because something holds it that was not handed over, or that could not be stopped. */
export class UsedByOthers extends Error {
  override readonly name = 'UsedByOthers';

  constructor(cause: Error, holders: readonly Holder[]) {
    const names = holders.map(({ name }) => name).join(', ');
    super(names === '' ? cause.message : `${cause.message} (held by ${names})`, { cause });
  }
}

export interface Holders {
  /** Handed over and exited; the engine has not let go of their endpoints yet. */
  readonly exited: readonly Holder[];
  /** Nobody handed them over, or they could not be stopped. */
  readonly others: readonly Holder[];
}

/** While a container is ending, its endpoint has an id of its own (`ep-…`), and only its name tells whose it is (moby). */
const keyOf = ({ id, name }: Holder): string => (id.startsWith('ep-') ? name : id);

/** Tells apart what holds a network. What is handed over and still stopping is in neither. */
export function sortHolders(ledger: Ledger, holders: readonly Holder[]): Holders {
  const known = holders.map((holder) => ({ ...holder, id: keyOf(holder) }));
  const wanted = new Set(known.map(({ id }) => id));
  const submitted = new Map<string, Member>();
  for (const { members } of pendingTopologies(ledger))
    for (const member of members)
      for (const key of [member.id, member.name])
        if (member.kind === 'container' && wanted.has(key)) submitted.set(key, member);
  const stateOf = ({ id }: Holder) => submitted.get(id);
  return {
    exited: known.filter((holder) => stateOf(holder)?.stoppedAt !== undefined),
    others: known.filter((holder) => {
      const member = stateOf(holder);
      return member === undefined || (member.state === 'failed' && member.stoppedAt === undefined);
    }),
  };
}
