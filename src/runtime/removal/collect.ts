import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Readings } from '../../domain/measures/measures.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { CollectionRecord, Trigger } from '../../domain/removal/collection.ts';
import { attachments, planRemoval, withoutThose, withoutWaiting } from '../../domain/removal/removal-plan.ts';
import { counted } from '../../domain/text/counted.ts';
import {
  graceOf,
  isDone,
  type Member,
  membersOf,
  type Topology,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { AgentState } from '../agent-state.ts';
import type { Stops } from '../stopping/stops.ts';
import { CollectionTally, type PlannedTopology } from './collection-tally.ts';
import type { HostRemovals } from './host-removals.ts';
import type { Images } from './images.ts';
import type { RemovalPace } from './removal-pace.ts';
import type { Removals } from './removals.ts';
import type { Ending, RemovalLimit } from './removals-under-way.ts';

interface CollectorOptions {
  readonly state: AgentState;
  readonly removals: Removals;
  readonly hostRemovals: HostRemovals;
  readonly pace: RemovalPace;
  readonly images: Images;
  readonly stops: Stops;
  readonly clock: Clock;
  readonly log: Log;
  readonly takeReadings: () => Promise<Readings>;
}

/** What is to be collected and why. */
export interface CollectionRequest {
  readonly trigger: Trigger;
  readonly reason: string;
  /** Chosen when the readings are taken, from what is pending then, the oldest first. */
  readonly choose: (pending: readonly Topology[]) => readonly Topology[];
  /** Leaves what has yet to stop. */
  readonly stoppedOnly?: boolean;
  /** Leaves what other collections are about to remove; else that is waited for. */
  readonly leavesUnderWay?: boolean;
  /** What still runs is killed, whatever is left of its grace. */
  readonly cutsGrace?: boolean;
  /** Gives up what has not been removed by then; without it, each member has two minutes beyond its grace. */
  readonly signal?: AbortSignal;
  /** What others use or keep busy is looked at again until the signal fires. */
  readonly isPatient?: boolean;
}

/** How long a member may take in a collection that has no end of its own, in ms, beyond its grace. */
const MEMBER_MS = 120_000;

const longestGraceMs = (topologies: readonly Topology[]): number =>
  topologies
    .flatMap((topology) => topology.members.map((member) => (isDone(member) ? 0 : graceOf(topology, member))))
    .reduce((longest, grace) => Math.max(longest, grace), 0);

/** How long the members of a topology may take, and what waits for members of others too. */
interface Limits {
  readonly of: (topology: Topology) => RemovalLimit;
  readonly ofAll: RemovalLimit;
}

/**
 * The one way to remove things, all members of a collection in parallel. Collections overlap: none waits for the graces of
 * another one, and what two of them want is removed once.
 */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #tallies = new Set<CollectionTally>();
  #running = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Whether something of a topology is left that no collection is about to remove. */
  isFree({ id, members }: Topology): boolean {
    return members.some((member) => !isDone(member) && !this.#isAwaited(id, member));
  }

  #isAwaited(id: TopologyId, member: Member): boolean {
    return [...this.#tallies].some((tally) => tally.awaits(id, member));
  }

  async collect(request: CollectionRequest): Promise<CollectionRecord> {
    this.#running += 1;
    try {
      return await this.#run(request);
    } finally {
      this.#running -= 1;
    }
  }

  async #run(request: CollectionRequest): Promise<CollectionRecord> {
    const { trigger, reason, choose, cutsGrace } = request;
    const { state, clock, log, takeReadings } = this.#options;
    const before = await takeReadings();
    using _pace = this.#options.pace.follow(trigger, before);
    const pending = pendingTopologies(state.ledger);
    const topologies = choose(pending);
    const startedAt = clock.now();
    if (topologies.length > 0) state.record({ type: 'triggered', at: startedAt, trigger });
    log.info(`collecting ${counted(topologies.length, 'topology', 'topologies')}: ${reason}`, { trigger });
    const planned = this.#plan(topologies, pending, request);
    const tally = new CollectionTally(planned);
    this.#tallies.add(tally);
    const removing = this.#removeAll(planned, this.#limits(pending, request), tally);
    if (cutsGrace) this.#cutGrace(topologies);
    await removing.finally(() => this.#tallies.delete(tally));
    const after = await takeReadings();
    const record = {
      id: state.ledger.history.collections + state.ledger.collections.length + 1,
      trigger,
      reason,
      startedAt,
      endedAt: clock.now(),
      topologies: topologies.map(({ id }) => id),
      before,
      after,
      ...tally.outcome(),
    };
    // Nothing to collect is nothing to tell of.
    if (topologies.length > 0) state.record({ type: 'collected', at: record.endedAt, collection: record });
    return record;
  }

  #plan(
    topologies: readonly Topology[],
    pending: readonly Topology[],
    { stoppedOnly, leavesUnderWay }: CollectionRequest,
  ): PlannedTopology[] {
    const attached = attachments(pending);
    return topologies.map((topology) => {
      const whole = planRemoval(topology, attached);
      const wanted = stoppedOnly ? withoutWaiting(whole) : whole;
      const plan = leavesUnderWay
        ? withoutThose(wanted, (member) => this.#isAwaited(topology.id, member))
        : wanted;
      return { topology, plan };
    });
  }

  /** Each member's own, so that none has the grace of another topology; what waits for others has the longest of all. */
  #limits(pending: readonly Topology[], { signal, isPatient = false }: CollectionRequest): Limits {
    const { clock } = this.#options;
    if (signal !== undefined) {
      const limit = { signal, isPatient };
      return { of: () => limit, ofAll: limit };
    }
    const byGrace = new Map<number, RemovalLimit>();
    const within = (graceMs: number): RemovalLimit => {
      const limit = byGrace.get(graceMs) ?? { signal: clock.timeout(MEMBER_MS + graceMs), isPatient };
      byGrace.set(graceMs, limit);
      return limit;
    };
    return { of: (topology) => within(longestGraceMs([topology])), ofAll: within(longestGraceMs(pending)) };
  }

  async #removeAll(
    planned: readonly PlannedTopology[],
    limits: Limits,
    tally: CollectionTally,
  ): Promise<void> {
    const { removals, hostRemovals, images: imageRemovals } = this.#options;
    const begun = planned.map(({ topology, plan }) => {
      const { containers, ...rest } = plan;
      const limit = limits.of(topology);
      const follow = (member: Member, removal: Promise<Ending>) => tally.follow(topology, member, removal);
      const gone = Promise.all(
        containers.map((member) => follow(member, removals.container(topology, member, limit))),
      );
      return { topology, follow, gone, ...rest };
    });
    const allGone = Promise.all(begun.map(({ gone }) => gone));
    await Promise.all(
      begun.map(async ({ topology, follow, gone, networks, volumes, links, paths, images }) => {
        const { ofAll } = limits;
        const removing = networks.map(({ member, after }) =>
          follow(member, removals.network(topology, member, after, ofAll)),
        );
        await gone;
        await Promise.all([
          ...removing,
          ...volumes.map((member) => follow(member, removals.volume(topology, member, allGone, ofAll))),
          ...[...links, ...paths].map((member) =>
            follow(member, hostRemovals.member(topology, member, ofAll)),
          ),
          ...images.map((member) => follow(member, imageRemovals.image(topology, member, ofAll))),
        ]);
      }),
    );
  }

  #cutGrace(topologies: readonly Topology[]): void {
    const containers = topologies.flatMap((topology) => membersOf(topology, 'container'));
    const killed = this.#options.stops.kill(new Set(containers.map(({ id }) => id)));
    unawaited(killed, this.#options.log, 'what has not stopped could not be killed');
  }
}
