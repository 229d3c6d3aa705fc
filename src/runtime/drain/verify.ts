import type { Engine, EngineMember, SiteName } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { isEngineKind } from '../../domain/kinds/kinds.ts';
import { type DrainOutcome, type Leak, leakOf } from '../../domain/leaks/leak.ts';
import type { LeakCause } from '../../domain/leaks/leak-cause.ts';
import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, HostLeftovers, SwarmNodes } from '../../domain/ports.ts';
import { whyLate } from '../../domain/removal/effort.ts';
import type { ReportedNode } from '../../domain/report/unconfirmed-nodes.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Site, type Sites, titleOf } from '../../domain/site.ts';
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
import { leftOnNodes } from './on-nodes.ts';
import { settleGone, shownBy, stillOnHost, stillShown, stillUnsure } from './still-there.ts';

export interface VerifyParts {
  readonly state: AgentState;
  readonly engine: Engine;
  readonly sites: Sites;
  readonly leftovers: HostLeftovers;
  readonly labelled: Labelled;
  readonly containerNetns: ContainerNetns;
  readonly images: Images;
  readonly leases: Leases;
  readonly intake: SpoolIntake;
  readonly efforts: Efforts;
  readonly secondLooks: SecondLooks;
  readonly straySearch: StraySearch;
  readonly swarmNodes?: SwarmNodes | undefined;
  readonly settings: Pick<Settings, 'strays' | 'protect'>;
  readonly clock: Clock;
  readonly predecessor?: Predecessor | undefined;
}

const lateCause = ({ state }: Member): LeakCause => (state === 'leased' ? 'still-leased' : 'out-of-time');

/** Why engines of several do not answer, by their names. */
type Lost = ReadonlyMap<SiteName | undefined, string>;

const whyLost = (lost: Lost, { kind, site }: Member): string | undefined =>
  isEngineKind(kind) ? lost.get(site) : undefined;

/** Members that were not removed, and leases that should have been submitted. */
const unremoved = (
  { state: { ledger }, leases, efforts, clock }: VerifyParts,
  final: boolean,
  lost: Lost,
): Leak[] =>
  [...pendingTopologies(ledger), ...leases.due(final).map((lease) => leasedTopology(lease))].flatMap(
    (topology) =>
      topology.members
        .filter((member) => !isDone(member))
        .map((member) => {
          const why = whyLost(lost, member);
          if (why !== undefined) return leakOf(topology, member, 'engine-unreachable', why);
          return member.error === undefined
            ? leakOf(
                topology,
                member,
                lateCause(member),
                whyLate(member, graceOf(topology, member), efforts.of(topology, member), clock.now()),
              )
            : leakOf(topology, member, member.cause ?? 'failed', member.error);
        }),
  );

/** What one engine lists, and what is left there. */
interface Look {
  readonly listed: readonly EngineMember[];
  readonly leaks: readonly Leak[];
  /** Other nodes of its Swarm that could not be asked. */
  readonly nodes: readonly ReportedNode[];
}

/** Asks one engine whether anything is left there. @throws EngineError; the signal's reason */
async function lookAt(parts: VerifyParts, site: Site, signal: AbortSignal): Promise<Look> {
  const [listed, onNodes, ...left] = await Promise.all([
    retryEngine(() => parts.engine.at(site.name).list(), signal),
    retryEngine(() => leftOnNodes(parts, site, signal), signal),
    retryEngine(() => stillLabelled(parts, site), signal),
    retryEngine(() => stillArrived(parts, site), signal),
    retryEngine(() => stillUnsure(parts, site), signal),
  ]);
  const shown = shownBy(listed);
  settleGone(parts, site, shown);
  const there = await retryEngine(() => stillShown(parts, shown), signal);
  return { listed, leaks: [...there, ...onNodes.leaks, ...left.flat()], nodes: onNodes.nodes };
}

/** Asks all engines. One of several that does not answer is lost. @throws as `lookAt` if none answers */
async function lookAtAll(parts: VerifyParts, signal: AbortSignal): Promise<Look & { readonly lost: Lost }> {
  const { sites } = parts;
  const looks = await Promise.allSettled(sites.map((site) => lookAt(parts, site, signal)));
  const heard = looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : []));
  const failures = looks.map((look) => (look.status === 'rejected' ? (look.reason as unknown) : undefined));
  if (heard.length === 0) throw failures[0];
  const lost = sites.flatMap((site, at): [SiteName | undefined, string][] => {
    const error = failures[at];
    if (error === undefined) return [];
    return [[site.name, `the engine ${titleOf(site)} is not reached: ${describeError(error)}`]];
  });
  return {
    listed: heard.flatMap(({ listed }) => listed),
    leaks: heard.flatMap(({ leaks }) => leaks),
    nodes: heard.flatMap(({ nodes }) => nodes),
    lost: new Map(lost),
  };
}

/** The most reasons that are given for something unknown. */
const MOST_REASONS = 5;

/** In one line; absent if there is no reason. */
function unconfirmed(reasons: readonly string[]): Pick<DrainOutcome, 'unconfirmed'> {
  if (reasons.length === 0) return {};
  const more = reasons.length - MOST_REASONS;
  const told = more > 0 ? [...reasons.slice(0, MOST_REASONS), `${more} more`] : reasons;
  return { unconfirmed: told.join('; ') };
}

/** The time for a last look. */
export interface VerifyTime {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Gives up an engine that does not answer, if there are several: the rest is told of the others. */
  readonly asking: AbortSignal;
}

/**
 * Asks the engines themselves, and the host, whether anything is left. The outcome says so if an engine has not answered
 * by the signal, or the spool could not be read.
 */
export async function verify(
  parts: VerifyParts,
  { signal, asking }: VerifyTime,
  final: boolean,
): Promise<DrainOutcome> {
  const { intake, containerNetns, secondLooks } = parts;
  /** What was handed over twice and refused once is one leak. */
  const withUntaken = (leaks: readonly Leak[]): Leak[] => [
    ...leaks,
    ...secondLooks
      .leaks({ final })
      .filter(
        ({ kind, id, site }) =>
          !leaks.some(
            (leak) => leak.kind === kind && leak.site === site && (leak.id === id || leak.name === id),
          ),
      ),
  ];
  const unknown = async () => [
    ...intake.unconfirmed,
    ...secondLooks.unconfirmed({ final }),
    ...(await containerNetns.unconfirmed()),
  ];
  try {
    const [{ listed, leaks, nodes, lost }, left] = await Promise.all([
      lookAtAll(parts, parts.sites.length > 1 ? asking : signal),
      unlessAborted(stillOnHost(parts), signal),
    ]);
    const stray = await unlessAborted(leftStrays(parts, listed, final), signal);
    const known = [...unremoved(parts, final, lost), ...leaks, ...left];
    return {
      leaks: withUntaken([...known, ...stray.leaks]),
      ...(nodes.length > 0 && { nodes }),
      ...(stray.strays && { strays: stray.strays }),
      ...unconfirmed([...lost.values(), ...(await unknown())]),
    };
  } catch (error) {
    return {
      leaks: withUntaken(unremoved(parts, final, new Map())),
      ...unconfirmed([describeError(error), ...(await unknown())]),
    };
  }
}
