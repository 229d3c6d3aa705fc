import { type CollectionRecord, countMembers, type Trigger } from '../domain/collection.ts';
import { counted } from '../domain/counted.ts';
import { pendingTopologies } from '../domain/ledger.ts';
import type { Clock, Log } from '../domain/ports.ts';
import type { Readings } from '../domain/readings.ts';
import { attachments, planRemoval, type RemovalPlan, withoutWaiting } from '../domain/removal-plan.ts';
import { graceOf, isDone, membersOf, type Topology, type TopologyId } from '../domain/topology.ts';
import { unawaited } from '../domain/unawaited.ts';
import type { AgentState } from './agent-state.ts';
import type { HostRemovals } from './host-removals.ts';
import type { Images } from './images.ts';
import type { RemovalPace } from './removal-pace.ts';
import type { Removals } from './removals.ts';
import type { Stops } from './stops.ts';

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
  /** Chosen when its turn comes, from what is pending then, the oldest first. */
  readonly choose: (pending: readonly Topology[]) => readonly Topology[];
  /** Leaves what has yet to stop. */
  readonly stoppedOnly?: boolean;
  /** What still runs is killed, whatever is left of its grace. */
  readonly cutsGrace?: boolean;
  /** Gives up what has not been removed by then; without it, each member has two minutes beyond its grace. */
  readonly signal?: AbortSignal;
}

/** How long a member may take in a collection that has no end of its own, in ms, beyond its grace. */
const MEMBER_MS = 120_000;

const longestGraceMs = (topologies: readonly Topology[]): number =>
  topologies
    .flatMap((topology) => topology.members.map((member) => graceOf(topology, member)))
    .reduce((longest, grace) => Math.max(longest, grace), 0);

/** The one way to remove things: one collection at a time, all members of one in parallel. */
export class Collector {
  readonly #options: CollectorOptions;
  #last: Promise<unknown> = Promise.resolve();
  #running = false;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** Collects once those before it are over. */
  collect(request: CollectionRequest): Promise<CollectionRecord> {
    const turn = this.#last.then(() => this.#run(request));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #run(request: CollectionRequest): Promise<CollectionRecord> {
    const { trigger, reason, choose, stoppedOnly, cutsGrace, signal } = request;
    const { state, clock, log, takeReadings } = this.#options;
    this.#running = true;
    try {
      const before = await takeReadings();
      using _pace = this.#options.pace.follow(trigger, before);
      const pending = pendingTopologies(state.ledger);
      const topologies = choose(pending);
      const ids = new Set(topologies.map(({ id }) => id));
      const startedAt = clock.now();
      if (topologies.length > 0) state.record({ type: 'triggered', at: startedAt, trigger });
      log.info(`collecting ${counted(topologies.length, 'topology', 'topologies')}: ${reason}`, { trigger });
      const attached = attachments(pending);
      const limit = signal ?? AbortSignal.timeout(MEMBER_MS + longestGraceMs(topologies));
      const plan = (topology: Topology) => {
        const whole = planRemoval(topology, attached);
        return stoppedOnly ? withoutWaiting(whole) : whole;
      };
      const removing = this.#removeAll(topologies, plan, limit);
      if (cutsGrace) this.#cutGrace(topologies);
      await removing;
      const record = {
        id: state.ledger.history.collections + state.ledger.collections.length + 1,
        trigger,
        reason,
        startedAt,
        endedAt: clock.now(),
        topologies: [...ids],
        before,
        after: await takeReadings(),
        ...this.#outcome(topologies),
      };
      // Nothing to collect is nothing to tell of.
      if (topologies.length > 0) state.record({ type: 'collected', at: record.endedAt, collection: record });
      return record;
    } finally {
      this.#running = false;
    }
  }

  async #removeAll(
    topologies: readonly Topology[],
    plan: (topology: Topology) => RemovalPlan,
    signal: AbortSignal,
  ): Promise<void> {
    const { removals, hostRemovals, images: imageRemovals } = this.#options;
    const plans = topologies.map((topology) => {
      const { containers, ...rest } = plan(topology);
      const gone = Promise.all(containers.map((member) => removals.container(topology, member, signal)));
      return { topology, gone, ...rest };
    });
    const allGone = Promise.all(plans.map(({ gone }) => gone));
    await Promise.all(
      plans.map(async ({ topology, gone, networks, volumes, links, paths, images }) => {
        const removing = networks.map(({ member, after }) =>
          removals.network(topology, member, after, signal),
        );
        await gone;
        await Promise.all([
          ...removing,
          ...volumes.map((member) => removals.volume(topology, member, allGone, signal)),
          ...[...links, ...paths].map((member) => hostRemovals.member(topology, member, signal)),
          ...images.map((member) => imageRemovals.image(topology, member, signal)),
        ]);
      }),
    );
  }

  #cutGrace(topologies: readonly Topology[]): void {
    const containers = topologies.flatMap((topology) => membersOf(topology, 'container'));
    const killed = this.#options.stops.kill(new Set(containers.map(({ id }) => id)));
    unawaited(killed, this.#options.log, 'what has not stopped could not be killed');
  }

  #outcome(before: readonly Topology[]): Pick<CollectionRecord, 'removed' | 'failed'> {
    const was = new Set<string>();
    const key = (id: TopologyId, member: { kind: string; id: string }) => `${id} ${member.kind}:${member.id}`;
    for (const { id, members } of before)
      for (const member of members) if (!isDone(member)) was.add(key(id, member));
    const now = before.flatMap(({ id }) =>
      (this.#options.state.ledger.topologies.get(id)?.members ?? []).filter((member) =>
        was.has(key(id, member)),
      ),
    );
    return {
      removed: countMembers(now.filter(({ state, error }) => state === 'removed' && error === undefined)),
      failed: now.filter(({ state }) => state === 'failed').length,
    };
  }
}
