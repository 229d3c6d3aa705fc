import { isMeant } from './member-ref.ts';
import { isSameRef, type MemberRef, type Selector } from './submission.ts';
import type { TimeToLive } from './time-to-live.ts';
import {
  isSameMember,
  type Member,
  type MemberKey,
  memberKey,
  type NamedFacts,
  type Topology,
  type TopologyId,
} from './topology.ts';
import type { UntakenRef } from './untaken.ts';

/** The process whose life the lease shares. */
export interface LeaseOwner {
  readonly pid: number;
  /** Clock ticks from boot to its start, field 22 of `/proc/PID/stat` (proc(5)). */
  readonly startTime: string;
  /** `pid:[4026531836]`, the target of `/proc/PID/ns/pid`. */
  readonly pidNamespace: string;
}

/** A client's description of an owner; the agent looks up the missing fields. */
export interface NamedOwner {
  readonly pid: number;
  readonly startTime?: string | undefined;
  readonly pidNamespace?: string | undefined;
}

/** What a client names as the end of its lease; if it names neither, an open connection is the lease. */
export interface NamedTerm {
  readonly owner?: NamedOwner | undefined;
  readonly ttlMs?: number | undefined;
}

/** The same as the agent keeps it: at most one of the two. */
export interface LeaseTerm {
  readonly owner?: LeaseOwner;
  readonly ttl?: TimeToLive;
}

/**
 * A topology that is announced while it is still in use. It is not pending, and none of its members is stopped. Without an
 * owner and a time to live, an open connection is the lease.
 */
export interface Lease extends LeaseTerm {
  readonly id: TopologyId;
  readonly name: string;
  readonly leasedAt: number;
  readonly stopTimeoutMs?: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly members: readonly NamedFacts[];
  /** References that were not there yet, or, with `error`, whose lookup failed. They are looked up again when the lease ends. */
  readonly absent: readonly (MemberRef & Partial<UntakenRef>)[];
  /** Resolved again when the lease ends. */
  readonly selectors: readonly Selector[];
}

/** The last named owner or time to live; a connection that holds the lease too changes neither. */
const termOf = ({ owner, ttl }: Lease): LeaseTerm => ({
  ...(owner !== undefined && { owner }),
  ...(ttl !== undefined && { ttl }),
});

/** A client that renews its lease names the same selectors again. */
const isSameSelector = (a: Selector, b: Selector): boolean =>
  a.label === b.label && a.site === b.site && String(a.kinds) === String(b.kinds);

/** The known lease with the new members; the last named owner or time to live becomes its own. */
export function extendLease(known: Lease | undefined, lease: Lease): Lease {
  if (known === undefined) return lease;
  const members = lease.members.filter(
    (member) => !known.members.some((other) => isSameMember(other, member)),
  );
  const { owner: _, ttl: __, ...rest } = known;
  return {
    ...rest,
    ...lease,
    ...termOf(lease.owner === undefined && lease.ttl === undefined ? known : lease),
    leasedAt: known.leasedAt,
    members: [...known.members, ...members],
    selectors: [...known.selectors, ...lease.selectors].filter(
      (selector, at, all) => all.findIndex((other) => isSameSelector(other, selector)) === at,
    ),
    absent: [...known.absent, ...lease.absent].filter(
      (ref, at, all) =>
        !lease.members.some((member) => isMeant(ref, member)) &&
        all.findIndex((other) => isSameRef(other, ref)) === at,
    ),
  };
}

/** Drops members that are gone from a lease: their names may belong to somebody else. */
export const withoutMember = (lease: Lease, gone: MemberKey): Lease => ({
  ...lease,
  members: lease.members.filter((member) => memberKey(member) !== gone),
});

/**
 * A lease as clients see it: a topology with all members `leased`, or `dropped` after it is given back.
 * @param endsAt when its time to live is over, in ms since the epoch
 */
export const leasedTopology = (
  lease: Lease,
  state: 'leased' | 'dropped' = 'leased',
  endsAt?: number,
): Topology => ({
  id: lease.id,
  name: lease.name,
  submittedAt: lease.leasedAt,
  ...(endsAt !== undefined && { leaseEndsAt: endsAt }),
  ...(lease.stopTimeoutMs !== undefined && { stopTimeoutMs: lease.stopTimeoutMs }),
  metadata: lease.metadata,
  members: [
    ...lease.members.map((facts): Member => ({ ...facts, state, submittedAt: lease.leasedAt })),
    ...lease.absent.map(
      ({ kind, ref, shown = ref, site, error }): Member => ({
        kind,
        id: ref,
        name: shown,
        ...(site !== undefined && { site }),
        state: 'absent',
        submittedAt: lease.leasedAt,
        ...(error !== undefined && { error }),
      }),
    ),
  ],
});
