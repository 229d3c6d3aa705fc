import type { MemberKind } from '../../src/domain/kinds/kinds.ts';
import {
  type Member,
  memberKey,
  type Topology,
  type TopologyId,
} from '../../src/domain/topology/topology.ts';

/** A member for tests; a container that was submitted at 0, unless said otherwise. */
export const madeMember = (name: string, rest: Partial<Member> = {}): Member => ({
  kind: 'container',
  id: `id-of-${name}`,
  name,
  createdAt: '2026-11-24T10:00:00Z',
  state: rest.kind === undefined || rest.kind === 'container' ? 'submitted' : 'stopped',
  submittedAt: 0,
  ...rest,
});

/** A topology for tests, submitted at 0 unless said otherwise. */
export const madeTopology = (
  id: string,
  members: readonly Member[],
  rest: Partial<Omit<Topology, 'id' | 'members'>> = {},
): Topology => ({ id: id as TopologyId, name: id, submittedAt: 0, metadata: {}, members, ...rest });

/** The key of a member that tests only know by kind and name. */
export const keyOf = (name: string, kind: MemberKind = 'container') =>
  memberKey({ kind, id: `id-of-${name}` });
