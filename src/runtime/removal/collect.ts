import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Readings } from '../../domain/measures/measures.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { CollectionRecord, Trigger } from '../../domain/removal/collection.ts';
import { holding, planRemoval, withoutWaiting } from '../../domain/removal/removal-plan.ts';
import { counted } from '../../domain/text/counted.ts';
import {
  isDone,
  isStopping,
  type Member,
  type Topology,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { AgentState } from '../agent-state.ts';
import type { Stops } from '../stopping/stops.ts';
import { carryOut, limitsFor } from './carry-out.ts';
import { CollectionTally, type PlannedTopology } from './collection-tally.ts';
import type { RemovalPace } from './removal-pace.ts';
import type { Removals } from './removals.ts';

interface CollectorOptions {
  readonly state: AgentState;
  readonly removals: Removals;
  readonly pace: RemovalPace;
  readonly stops: Stops;
  readonly clock: Clock;
  readonly log: Log;
  readonly takeReadings: () => Promise<Readings>;
}

/** What to collect and why. */
export interface CollectionRequest {
  readonly trigger: Trigger;
  readonly reason: string;
  /** Called when the readings are taken, with what is pending then, the oldest first. */
  readonly choose: (pending: readonly Topology[]) => readonly Topology[];
  /** Leaves what has not stopped yet. */
  readonly stoppedOnly?: boolean;
  /** Leaves what other collections are about to remove; otherwise waits for that. */
  readonly leavesUnderWay?: boolean;
  /** Kills what still runs, even within its grace. */
  readonly cutsGrace?: boolean;
  /** Gives up what is not removed when it fires; without it, each member has two minutes beyond its grace. */
  readonly signal?: AbortSignal;
  /** Looks again at what others use or keep busy until the signal fires. */
  readonly isPatient?: boolean;
}

/**
 * The one way to remove things, all members of a collection in parallel. Collections overlap: none waits for another's
 * graces, and what two of them want is removed once.
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

  /** Whether a topology has something left that no collection is about to remove. */
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
    const { state, removals, clock, log, takeReadings } = this.#options;
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
    const limits = limitsFor(pending, request, clock);
    const removing = carryOut({ planned, removals, limits, tally });
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
    // A collection of nothing is not recorded.
    if (topologies.length > 0) state.record({ type: 'collected', at: record.endedAt, collection: record });
    return record;
  }

  #plan(
    topologies: readonly Topology[],
    pending: readonly Topology[],
    { stoppedOnly, leavesUnderWay }: CollectionRequest,
  ): PlannedTopology[] {
    const held = holding(pending);
    return topologies.map((topology) => {
      const whole = planRemoval(topology, held);
      const wanted = stoppedOnly ? withoutWaiting(whole) : whole;
      const plan = leavesUnderWay
        ? wanted.filter(({ member }) => !this.#isAwaited(topology.id, member))
        : wanted;
      return { topology, plan };
    });
  }

  #cutGrace(topologies: readonly Topology[]): void {
    const stopping = topologies.flatMap(({ members }) => members.filter(isStopping));
    const killed = this.#options.stops.kill(new Set(stopping.map(({ id }) => id)));
    unawaited(killed, this.#options.log, 'what has not stopped could not be killed');
  }
}
