import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { isEngineKind } from '../../domain/kinds/kinds.ts';
import { isStillVolume } from '../../domain/kinds/volume.ts';
import { type DrainOutcome, type Leak, leakOf } from '../../domain/leaks/leak.ts';
import type { LeakCause } from '../../domain/leaks/leak-cause.ts';
import { type Ledger, pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, HostLeftovers } from '../../domain/ports.ts';
import { whyLate } from '../../domain/removal/effort.ts';
import { leasedTopology } from '../../domain/topology/lease.ts';
import {
  graceOf,
  isDone,
  isKept,
  type Member,
  memberKey,
  membersOf,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine, unlessAborted } from '../engine-retry.ts';
import type { SecondLooks } from '../intake/second-looks.ts';
import type { SpoolIntake } from '../intake/spool-intake.ts';
import type { ContainerLinks } from '../lookup/container-links.ts';
import type { Labelled } from '../lookup/labelled.ts';
import type { Efforts } from '../removal/efforts.ts';
import type { Images } from '../removal/images.ts';
import { verifyHost } from './verify-host.ts';
import { verifyUnsure } from './verify-unsure.ts';

export interface VerifyParts {
  readonly state: AgentState;
  readonly engine: Engine;
  readonly leftovers: HostLeftovers;
  readonly labelled: Labelled;
  readonly containerLinks: ContainerLinks;
  readonly images: Images;
  readonly intake: SpoolIntake;
  readonly efforts: Efforts;
  readonly secondLooks: SecondLooks;
  readonly clock: Clock;
  readonly predecessor?: Predecessor | undefined;
}

type Shown = Awaited<ReturnType<Engine['listIds']>>;

const lateCause = ({ state }: Member): LeakCause => (state === 'leased' ? 'still-leased' : 'out-of-time');

/** Members that were not removed, and after a final drain what is leased: it should have been submitted. */
const unremoved = ({ state: { ledger }, efforts, clock }: VerifyParts, final: boolean): Leak[] =>
  [
    ...pendingTopologies(ledger),
    ...(final ? [...ledger.leases.values()].map((lease) => leasedTopology(lease)) : []),
  ].flatMap((topology) =>
    topology.members
      .filter((member) => !isDone(member))
      .map((member) =>
        member.error === undefined
          ? leakOf(
              topology,
              member,
              lateCause(member),
              whyLate(member, graceOf(topology, member), efforts.of(topology, member), clock.now()),
            )
          : leakOf(topology, member, member.cause ?? 'failed', member.error),
      ),
  );

/** What could not be removed and has gone by itself since counts as removed. */
function settleGone({ state, clock }: VerifyParts, shown: Shown): void {
  for (const topology of pendingTopologies(state.ledger))
    for (const member of topology.members)
      if (!isDone(member) && isEngineKind(member.kind) && !shown[member.kind].has(member.id))
        state.record({ type: 'removed', at: clock.now(), topology: topology.id, member: memberKey(member) });
}

/** Members that count as removed and that the engine still shows. */
async function stillShown(ledger: Ledger, engine: Engine, shown: Shown): Promise<Leak[]> {
  const suspects = [...ledger.topologies.values()].flatMap((topology) =>
    topology.members
      .filter(
        ({ kind, id, state, error }) =>
          state === 'removed' && error === undefined && isEngineKind(kind) && shown[kind].has(id),
      )
      .map((member) => ({ topology, member })),
  );
  const there = await Promise.all(
    suspects.map(async ({ topology, member }) => {
      // A volume's name can be taken again, by somebody else.
      const found = member.kind === 'volume' ? await engine.find('volume', member.id) : undefined;
      if (member.kind === 'volume' && !(found && isStillVolume(found, member, false))) return [];
      return [leakOf(topology, member, 'shown-after-removal', 'the engine still shows it after its removal')];
    }),
  );
  return there.flat();
}

/** What carries a label that the drain looks for, was handed over by nobody and is still there. */
async function stillLabelled(labelled: Labelled): Promise<Leak[]> {
  const found = await Promise.all(
    labelled.labels.map(async (label) => {
      const { members, owned, unresolved } = await labelled.unsubmitted(label);
      const topology = label as TopologyId;
      return [
        ...members.map(({ kind, id, name }) => ({
          topology,
          ...{ kind, id, name },
          cause: 'labelled' as const,
          reason: `carries the label ${label} and was still there after the drain`,
        })),
        ...owned.map(({ member: { kind, id, name }, why }) => ({
          topology,
          ...{ kind, id, name },
          cause: 'owned-elsewhere' as const,
          reason: `carries the label ${label} and ${why}`,
        })),
        ...unresolved.map(({ kind, ref, shown = ref, error }) => ({
          topology,
          ...{ kind, id: ref, name: shown },
          cause: 'unresolved' as const,
          reason: `carries the label ${label} and could not be looked up: ${error}`,
        })),
      ];
    }),
  );
  return found.flat();
}

/** Images that may go and are neither known to stay nor told of otherwise. */
async function stillArrived({ state: { ledger }, images }: VerifyParts): Promise<Leak[]> {
  const members = [...ledger.topologies.values()].flatMap((topology) => membersOf(topology, 'image'));
  const told = new Set(members.filter((member) => !isDone(member) || isKept(member)).map(({ id }) => id));
  return (await images.arrived())
    .filter(({ id }) => !told.has(id))
    .map(({ id, name }) => ({
      topology: 'images' as TopologyId,
      kind: 'image',
      id,
      name,
      cause: 'unused-image' as const,
      reason: 'came since the session began, is used by no container, and was still there after the drain',
    }));
}

/** How many reasons are told of why something is not known. */
const MOST_REASONS = 5;

/** In one line; absent where there is none. */
function unconfirmed(reasons: readonly string[]): Pick<DrainOutcome, 'unconfirmed'> {
  if (reasons.length === 0) return {};
  const more = reasons.length - MOST_REASONS;
  const told = more > 0 ? [...reasons.slice(0, MOST_REASONS), `${more} more`] : reasons;
  return { unconfirmed: told.join('; ') };
}

/**
 * Asks the engine itself, and the host, whether anything is left; where the engine has not answered by the signal, or the
 * spool could not be read, that is said.
 */
export async function verify(parts: VerifyParts, signal: AbortSignal, final: boolean): Promise<DrainOutcome> {
  const { engine, labelled, intake, secondLooks } = parts;
  const untaken = () => secondLooks.leaks({ final });
  const unknown = () => [...intake.unconfirmed, ...secondLooks.unconfirmed({ final })];
  const { ledger } = parts.state;
  try {
    const [shown, unsubmitted, arrived, unsure, left] = await Promise.all([
      retryEngine(() => engine.listIds(), signal),
      retryEngine(() => stillLabelled(labelled), signal),
      retryEngine(() => stillArrived(parts), signal),
      retryEngine(() => verifyUnsure(parts), signal),
      unlessAborted(verifyHost(parts), signal),
    ]);
    settleGone(parts, shown);
    const there = await retryEngine(() => stillShown(ledger, engine, shown), signal);
    const leaks = [
      ...unremoved(parts, final),
      ...there,
      ...unsubmitted,
      ...arrived,
      ...unsure,
      ...left,
      ...untaken(),
    ];
    return { leaks, ...unconfirmed(unknown()) };
  } catch (error) {
    const leaks = [...unremoved(parts, final), ...untaken()];
    return { leaks, ...unconfirmed([describeError(error), ...unknown()]) };
  }
}
