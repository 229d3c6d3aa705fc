import type { Engine } from '../../domain/engine.ts';
import { isEngineKind } from '../../domain/kinds/kinds.ts';
import { type Leak, leakOf } from '../../domain/leaks/leak.ts';
import { isKnownAs, isUnsure } from '../../domain/topology/known-member.ts';
import { isSameMember, type Member } from '../../domain/topology/topology.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { AgentState } from '../agent-state.ts';

interface VerifyUnsureParts {
  readonly state: AgentState;
  readonly engine: Engine;
  readonly predecessor?: Predecessor | undefined;
}

/** What was named and not taken, as nobody can say whose it is, where that very thing is still there and nobody has taken it since. */
export async function verifyUnsure({
  state: { ledger },
  engine,
  predecessor,
}: VerifyUnsureParts): Promise<Leak[]> {
  // Once the job is over, it is more likely to be the next job's.
  if (predecessor?.isJobOver) return [];
  const topologies = [...ledger.topologies.values()];
  const isTaken = (member: Member) =>
    topologies.some(({ members }) => members.some((other) => isKnownAs(other, member)));
  const unsure = topologies.flatMap((topology) =>
    topology.members
      .filter((member) => isUnsure(member) && !isTaken(member))
      .map((member) => ({ topology, member })),
  );
  const there = await Promise.all(
    unsure.map(async ({ topology, member }) => {
      const found = isEngineKind(member.kind) ? await engine.find(member.kind, member.id) : undefined;
      if (found === undefined || !isSameMember(found, member)) return [];
      return [leakOf(topology, member, 'unsure', member.error ?? '')];
    }),
  );
  return there.flat();
}
