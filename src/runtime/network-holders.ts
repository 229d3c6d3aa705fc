import { type Ledger, pendingTopologies } from '../domain/ledger.ts';
import type { Member } from '../domain/topology.ts';

export interface Holder {
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

/** Tells apart what holds a network. What is handed over and still stopping is in neither. */
export function sortHolders(ledger: Ledger, holders: readonly Holder[]): Holders {
  const wanted = new Set(holders.map(({ id }) => id));
  const submitted = new Map<string, Member>();
  for (const { members } of pendingTopologies(ledger))
    for (const member of members) if (wanted.has(member.id)) submitted.set(member.id, member);
  const stateOf = ({ id }: Holder) => submitted.get(id);
  return {
    exited: holders.filter((holder) => stateOf(holder)?.stoppedAt !== undefined),
    others: holders.filter((holder) => {
      const member = stateOf(holder);
      return member === undefined || (member.state === 'failed' && member.stoppedAt === undefined);
    }),
  };
}
