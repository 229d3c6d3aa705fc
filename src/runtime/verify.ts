import { describeError } from '../domain/errors.ts';
import type { DrainOutcome, Leak } from '../domain/leak.ts';
import { leasedTopology } from '../domain/lease.ts';
import { type Ledger, pendingTopologies } from '../domain/ledger.ts';
import type { Engine } from '../domain/ports.ts';
import { SESSION_LABEL } from '../domain/protection.ts';
import {
  isDone,
  isHostKind,
  isSameMember,
  type Member,
  type Topology,
  type TopologyId,
} from '../domain/topology.ts';
import { retryEngine } from './engine-retry.ts';

const leak = (topology: Topology, { kind, id, name }: Member, reason: string): Leak => ({
  topology: topology.id,
  kind,
  id,
  name,
  reason,
});

/** Members that were not removed, and after a final drain what is leased: it should have been submitted. */
const unremoved = (ledger: Ledger, final: boolean): Leak[] =>
  [
    ...pendingTopologies(ledger),
    ...(final ? [...ledger.leases.values()].map((lease) => leasedTopology(lease)) : []),
  ].flatMap((topology) =>
    topology.members
      .filter((member) => !isDone(member))
      .map((member) =>
        leak(topology, member, member.error ?? `was still ${member.state} when the time was up`),
      ),
  );

/** Members that count as removed and that the engine still shows. */
async function stillShown(ledger: Ledger, engine: Engine): Promise<Leak[]> {
  const shown = await engine.listIds();
  const suspects = [...ledger.topologies.values()].flatMap((topology) =>
    topology.members
      .filter(
        ({ kind, id, state, error }) =>
          state === 'removed' && error === undefined && !isHostKind(kind) && shown[kind].has(id),
      )
      .map((member) => ({ topology, member })),
  );
  const there = await Promise.all(
    suspects.map(async ({ topology, member }) => {
      // A volume's name can be taken again, by somebody else.
      const found = member.kind === 'volume' ? await engine.find('volume', member.id) : undefined;
      if (member.kind === 'volume' && !(found && isSameMember(found, member))) return [];
      return [leak(topology, member, 'the engine still shows it after its removal')];
    }),
  );
  return there.flat();
}

/** What carries the session's label, was handed over by nobody and is still there. */
async function stillLabelled(ledger: Ledger, engine: Engine, session: string): Promise<Leak[]> {
  const label = `${SESSION_LABEL}=${session}`;
  const topologies = [...ledger.topologies.values()];
  const known = new Set(topologies.flatMap(({ members }) => members.map(({ kind, id }) => `${kind}:${id}`)));
  const labelled = await engine.listLabelled(label);
  return labelled
    .filter(({ kind, id }) => !known.has(`${kind}:${id}`))
    .map(({ kind, id, name }) => ({
      topology: label as TopologyId,
      kind,
      id,
      name,
      reason: 'carries the label of the session and was still there after the drain',
    }));
}

/** Asks the engine itself whether anything is left; where it has not answered by the signal, that is said. */
export async function verify(
  ledger: Ledger,
  engine: Engine,
  signal: AbortSignal,
  final: boolean,
): Promise<DrainOutcome> {
  try {
    const session = ledger.session?.id ?? '';
    const shown = await retryEngine(
      () => Promise.all([stillShown(ledger, engine), stillLabelled(ledger, engine, session)]),
      signal,
    );
    return { leaks: [...unremoved(ledger, final), ...shown.flat()] };
  } catch (error) {
    return { leaks: unremoved(ledger, final), unconfirmed: describeError(error) };
  }
}
