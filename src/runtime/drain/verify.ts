import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { type DrainOutcome, type Leak, leakOf } from '../../domain/leaks/leak.ts';
import type { LeakCause } from '../../domain/leaks/leak-cause.ts';
import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, HostLeftovers } from '../../domain/ports.ts';
import { whyLate } from '../../domain/removal/effort.ts';
import type { Settings } from '../../domain/settings.ts';
import { leasedTopology } from '../../domain/topology/lease.ts';
import { graceOf, isDone, type Member } from '../../domain/topology/topology.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine, unlessAborted } from '../engine-retry.ts';
import type { Leases } from '../intake/leases.ts';
import type { SecondLooks } from '../intake/second-looks.ts';
import type { SpoolIntake } from '../intake/spool-intake.ts';
import type { ContainerNetns } from '../lookup/container-netns.ts';
import type { Labelled } from '../lookup/labelled.ts';
import type { StraySearch } from '../lookup/stray-search.ts';
import type { Efforts } from '../removal/efforts.ts';
import type { Images } from '../removal/images.ts';
import { leftStrays } from './left-strays.ts';
import { stillArrived, stillLabelled } from './not-handed-over.ts';
import { settleGone, shownBy, stillOnHost, stillShown, stillUnsure } from './still-there.ts';

export interface VerifyParts {
  readonly state: AgentState;
  readonly engine: Engine;
  readonly leftovers: HostLeftovers;
  readonly labelled: Labelled;
  readonly containerNetns: ContainerNetns;
  readonly images: Images;
  readonly leases: Leases;
  readonly intake: SpoolIntake;
  readonly efforts: Efforts;
  readonly secondLooks: SecondLooks;
  readonly straySearch: StraySearch;
  readonly settings: Pick<Settings, 'strays'>;
  readonly clock: Clock;
  readonly predecessor?: Predecessor | undefined;
}

const lateCause = ({ state }: Member): LeakCause => (state === 'leased' ? 'still-leased' : 'out-of-time');

/** Members that were not removed, and leases that should have been submitted. */
const unremoved = ({ state: { ledger }, leases, efforts, clock }: VerifyParts, final: boolean): Leak[] =>
  [...pendingTopologies(ledger), ...leases.due(final).map((lease) => leasedTopology(lease))].flatMap(
    (topology) =>
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

/** The most reasons that are given for something unknown. */
const MOST_REASONS = 5;

/** In one line; absent if there is no reason. */
function unconfirmed(reasons: readonly string[]): Pick<DrainOutcome, 'unconfirmed'> {
  if (reasons.length === 0) return {};
  const more = reasons.length - MOST_REASONS;
  const told = more > 0 ? [...reasons.slice(0, MOST_REASONS), `${more} more`] : reasons;
  return { unconfirmed: told.join('; ') };
}

/**
 * Asks the engine itself, and the host, whether anything is left. The outcome says so if the engine has not answered by
 * the signal, or the spool could not be read.
 */
export async function verify(parts: VerifyParts, signal: AbortSignal, final: boolean): Promise<DrainOutcome> {
  const { engine, intake, containerNetns, secondLooks } = parts;
  /** What was handed over twice and refused once is one leak. */
  const withUntaken = (leaks: readonly Leak[]): Leak[] => [
    ...leaks,
    ...secondLooks
      .leaks({ final })
      .filter(
        ({ kind, id }) => !leaks.some((leak) => leak.kind === kind && (leak.id === id || leak.name === id)),
      ),
  ];
  const unknown = async () => [
    ...intake.unconfirmed,
    ...secondLooks.unconfirmed({ final }),
    ...(await containerNetns.unconfirmed()),
  ];
  try {
    const [listed, unsubmitted, arrived, unsure, left] = await Promise.all([
      retryEngine(() => engine.list(), signal),
      retryEngine(() => stillLabelled(parts), signal),
      retryEngine(() => stillArrived(parts), signal),
      retryEngine(() => stillUnsure(parts), signal),
      unlessAborted(stillOnHost(parts), signal),
    ]);
    const shown = shownBy(listed);
    settleGone(parts, shown);
    const there = await retryEngine(() => stillShown(parts, shown), signal);
    const stray = await unlessAborted(leftStrays(parts, listed, final), signal);
    const known = [...unremoved(parts, final), ...there, ...unsubmitted, ...arrived, ...unsure, ...left];
    return {
      leaks: withUntaken([...known, ...stray.leaks]),
      ...(stray.strays && { strays: stray.strays }),
      ...unconfirmed(await unknown()),
    };
  } catch (error) {
    return {
      leaks: withUntaken(unremoved(parts, final)),
      ...unconfirmed([describeError(error), ...(await unknown())]),
    };
  }
}
