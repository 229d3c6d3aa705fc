import { kindOf } from '../kinds/kinds.ts';
import type { JournalEvent, SubmittedMember } from '../ledger/journal-events.ts';
import { isKnownAs } from './known-member.ts';
import { isMeant } from './member-ref.ts';
import {
  isKept,
  isSameMember,
  type Member,
  type MemberFacts,
  type MemberState,
  memberKey,
  type Topology,
} from './topology.ts';

type Submitted = Extract<JournalEvent, { type: 'submitted' }>;
type MemberEvent = Extract<JournalEvent, { member: unknown }>;

/** A topology without anything to stop may go at once. */
const toMember = ({ absent, why, ...facts }: SubmittedMember, at: number): Member => {
  const { lean, hasToStop } = kindOf(facts.kind);
  const kept = (lean?.(facts) ?? facts) as MemberFacts;
  const state = absent ? 'absent' : hasToStop ? 'submitted' : 'stopped';
  return { ...kept, ...(why !== undefined && { error: why }), state, submittedAt: at };
};

/** A new topology, or the known topology with the members that are new. */
export function submit(known: Topology | undefined, event: Submitted): Topology {
  const named = event.members.map((facts) => toMember(facts, event.at));
  if (known === undefined) {
    return {
      id: event.topology,
      name: event.name,
      submittedAt: event.at,
      ...(event.stopTimeoutMs !== undefined && { stopTimeoutMs: event.stopTimeoutMs }),
      metadata: event.metadata,
      members: named,
    };
  }
  const added = named.filter((member) => !known.members.some((other) => isNothingNew(member, other)));
  const isTaken = ({ state, kind, id, site }: Member) =>
    state === 'absent' && added.some((member) => isMeant({ kind, ref: id, site }, member));
  return { ...known, members: [...known.members.filter((member) => !isTaken(member)), ...added] };
}

/** Members that were not taken before may be taken now. */
const isNothingNew = (member: Member, known: Member): boolean =>
  isKnownAs(known, member) || (member.state === 'absent' && isSameMember(known, member));

const NEXT: Readonly<Record<Exclude<MemberEvent['type'], 'logged' | 'deaf' | 'unconfirmed'>, MemberState>> = {
  stopping: 'stopping',
  stopped: 'stopped',
  removing: 'removing',
  removed: 'removed',
  failed: 'failed',
  kept: 'removed',
};

function advance(member: Member, event: MemberEvent): Member {
  if (event.type === 'logged') return { ...member, savedLog: savedLog(event) };
  if (event.type === 'unconfirmed') return { ...member, unconfirmed: event.nodes };
  if (event.type === 'deaf') return { ...member, deafTo: event.signal };
  if (member.state === 'removed' || member.state === 'absent') return member;
  const { error: _, cause: __, ...rest } = member;
  const state = NEXT[event.type];
  switch (event.type) {
    case 'stopping':
      return { ...rest, state, stoppingAt: member.stoppingAt ?? event.at };
    case 'stopped':
      // A member whose removal has begun is further ahead.
      return { ...rest, state: member.state === 'removing' ? 'removing' : state, stoppedAt: event.at };
    case 'removing':
      return { ...rest, state, removingAt: member.removingAt ?? event.at };
    case 'removed':
      return { ...rest, state, removedAt: event.at };
    case 'failed':
      return { ...rest, state, error: event.error, cause: event.cause };
    case 'kept':
      return { ...rest, state, removedAt: event.at, error: event.reason };
  }
}

const savedLog = ({ file, error }: Extract<MemberEvent, { type: 'logged' }>) => ({
  ...(file !== undefined && { file }),
  ...(error !== undefined && { error }),
});

/** Makes members that were left to others removable again: the others may have stopped using them. */
export const reopenKept = (topology: Topology): Topology => ({
  ...topology,
  members: topology.members.map((member) => {
    if (!isKept(member)) return member;
    const { error: _, removedAt: __, ...rest } = member;
    return { ...rest, state: 'stopped' };
  }),
});

/** One topology: (state, event) -> state. A finished step stays finished. */
export const advanceTopology = (topology: Topology, event: MemberEvent): Topology => ({
  ...topology,
  members: topology.members.map((member) =>
    memberKey(member) === event.member ? advance(member, event) : member,
  ),
});
