import type { Engine, StopHearing } from '../../domain/engine.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { TaskContainer } from '../../domain/swarm.ts';
import { graceOf, type Member, memberKey, type Topology } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { AgentState } from '../agent-state.ts';
import type { Inventories } from '../lookup/inventories.ts';
import type { SignalsHeard } from './signals-heard.ts';

interface DeafContainersOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly signals: SignalsHeard;
  readonly inventory: Pick<Inventories, 'firstHeard'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Input `deaf-containers`: whether to kill such a container, or wait for its grace. */
  readonly kills: boolean;
}

/** A container of a service. */
interface OnNode {
  readonly container: TaskContainer;
  /** The engine of its node; absent for that of the service. */
  readonly engine?: Engine;
}

/**
 * How long a container has to end after its signal before the agent looks at it, in ms: most that hear it have ended.
 */
const QUIET_MS = 150;

/** Between two looks, in ms: at most one of them catches a process between two waits. */
const AGAIN_MS = 20;

/** How long a stop waits for the look before it, and for the engine's signals to be heard, in ms. */
const LOOK_MS = 2_000;

/** With a grace of at most this, in ms, there is nothing to gain. */
const SHORT_GRACE_MS = 500;

const notKnown = ({ name }: TaskContainer): string =>
  `whether container ${name} hears its stop signal is not known: the agent waits for its grace`;

/** Kills containers that provably can't hear their stop signal, instead of waiting for their grace. */
export class DeafContainers {
  readonly #options: DeafContainersOptions;
  readonly #startedAt: number;

  constructor(options: DeafContainersOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
  }

  /**
   * Call this right before a container is asked to stop: tells whether it can't hear its signal at that moment. A
   * container that can hear it then may have heard it, and may remove its handler while it ends, as Node does with
   * `once`: it keeps its grace.
   * @param on absent if the member is the container; for a service one of its containers
   * @returns `undefined` if it hears, if that is not known, or if it may have been asked before and its grace goes on
   */
  async look(
    topology: Topology,
    member: Member,
    { container, engine: node }: OnNode = { container: member },
  ): Promise<StopHearing | undefined> {
    const { engine, inventory, clock, log, kills } = this.#options;
    if (!kills || graceOf(topology, member) <= SHORT_GRACE_MS) return undefined;
    if (this.#isInGrace(topology, member)) return undefined;
    const over = new AbortController();
    const asked = node ?? engine.at(member.site);
    // The agent does not listen to the engines of other nodes.
    const heard = node === undefined && asked.tellsSignals ? inventory.firstHeard(member) : undefined;
    const look = Promise.all([asked.hearing(container.id), heard]);
    try {
      const looked = await Promise.race([
        look,
        clock.sleep(Math.min(LOOK_MS, graceOf(topology, member) / 2), over.signal),
      ]);
      if (looked === undefined) log.warn(notKnown(container), { topology: topology.id });
      const [found] = looked ?? [];
      return found?.hearing === 'deaf' ? found : undefined;
    } catch (error) {
      log.warn(notKnown(container), { topology: topology.id, error });
      return undefined;
    } finally {
      over.abort();
    }
  }

  /**
   * Call this when a container that was deaf `before` is asked to stop: kills it if it still is deaf, unless `stopped`
   * settles first.
   */
  watch(
    topology: Topology,
    member: Member,
    before: StopHearing,
    stopped: Promise<unknown>,
    on: OnNode = { container: member },
  ): void {
    const over = new AbortController();
    const end = () => over.abort();
    stopped.then(end, end);
    const watched = this.#watch(topology, { member, ...on }, before, over.signal);
    unawaited(watched, this.#options.log, notKnown(on.container));
  }

  /** Whether this agent, or an earlier one, may have asked the container, and its grace since then is not over. */
  #isInGrace(topology: Topology, member: Member): boolean {
    const { clock } = this.#options;
    const askedAt =
      member.stoppingAt ?? (member.submittedAt < this.#startedAt ? member.submittedAt : undefined);
    return askedAt !== undefined && clock.now() - askedAt < graceOf(topology, member);
  }

  async #watch(
    topology: Topology,
    { member, container, engine: node }: OnNode & { readonly member: Member },
    before: StopHearing,
    over: AbortSignal,
  ): Promise<void> {
    const { engine, state, signals, clock, log } = this.#options;
    const asked = node ?? engine.at(member.site);
    // An engine that reports no signals to the agent is assumed to send them at once.
    if (node === undefined && asked.tellsSignals && !(await signals.next(container.id, over))) return;
    for (const pauseMs of [QUIET_MS, AGAIN_MS]) {
      await clock.sleep(pauseMs, over);
      if (over.aborted) return;
      const found = await asked.hearing(container.id);
      if (found?.hearing !== 'deaf' || found.pid !== before.pid || over.aborted) return;
    }
    const { signal } = before;
    log.info(`container ${container.name} can't hear ${signal}: it is killed`, { topology: topology.id });
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'deaf', at: clock.now(), ...event, signal });
    await asked.kill(container.id);
  }
}
