import type { Engine, StopHearing } from '../../domain/engine.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { graceOf, type Member, memberKey, type Topology } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { AgentState } from '../agent-state.ts';
import type { Inventory } from '../lookup/inventory.ts';
import type { SignalsHeard } from './signals-heard.ts';

interface DeafContainersOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly signals: SignalsHeard;
  readonly inventory: Pick<Inventory, 'firstHeard'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Input `deaf-containers`: whether one is killed, or its grace sat out. */
  readonly kills: boolean;
}

/** How long a container has to end after its signal before it is looked at, in ms: most of those that hear it have ended. */
const QUIET_MS = 150;

/** Between two looks, in ms: a process is caught between two waits in one of them at the most. */
const AGAIN_MS = 20;

/** How long a stop waits for the look before it, and until the engine's signals are heard, in ms. */
const LOOK_MS = 500;

/** Nothing is to be won where the grace is no longer than that, in ms. */
const SHORT_GRACE_MS = 500;

const notKnown = ({ name }: Member): string =>
  `whether container ${name} hears its stop signal is not known: its grace is waited for`;

/** Kills containers that provably can't hear their stop signal, instead of sitting out their grace. */
export class DeafContainers {
  readonly #options: DeafContainersOptions;
  readonly #startedAt: number;

  constructor(options: DeafContainersOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
  }

  /**
   * To be called right before a container is asked to stop: whether it can't hear its signal at that moment. What could hear it
   * then may have heard it, and takes its handler away while it ends, as Node does with `once`: it has its grace.
   * @returns `undefined` where it hears, where nobody knows, and where it may have been asked before and its grace goes on
   */
  async look(topology: Topology, member: Member): Promise<StopHearing | undefined> {
    const { engine, inventory, clock, log, kills } = this.#options;
    if (!kills || graceOf(topology, member) <= SHORT_GRACE_MS) return undefined;
    if (this.#isInGrace(topology, member)) return undefined;
    const over = new AbortController();
    const heard = engine.tellsSignals ? inventory.firstHeard() : undefined;
    const look = Promise.all([engine.at(member.site).hearing(member.id), heard]);
    try {
      const [found] = (await Promise.race([look, clock.sleep(LOOK_MS, over.signal)])) ?? [];
      return found?.hearing === 'deaf' ? found : undefined;
    } catch (error) {
      log.warn(notKnown(member), { topology: topology.id, error });
      return undefined;
    } finally {
      over.abort();
    }
  }

  /** To be called when a container that was deaf `before` is asked to stop: it is killed where it still is, unless `stopped` settles before. */
  watch(topology: Topology, member: Member, before: StopHearing, stopped: Promise<unknown>): void {
    const over = new AbortController();
    const end = () => over.abort();
    stopped.then(end, end);
    unawaited(this.#watch(topology, member, before, over.signal), this.#options.log, notKnown(member));
  }

  /** Whether this agent, or one before, may have asked it, and its grace since then is not over. */
  #isInGrace(topology: Topology, member: Member): boolean {
    const { clock } = this.#options;
    const askedAt =
      member.stoppingAt ?? (member.submittedAt < this.#startedAt ? member.submittedAt : undefined);
    return askedAt !== undefined && clock.now() - askedAt < graceOf(topology, member);
  }

  async #watch(topology: Topology, member: Member, before: StopHearing, over: AbortSignal): Promise<void> {
    const { engine, state, signals, clock, log } = this.#options;
    // One that does not tell is taken to send them at once.
    if (engine.tellsSignals && !(await signals.next(member.id, over))) return;
    for (const pauseMs of [QUIET_MS, AGAIN_MS]) {
      await clock.sleep(pauseMs, over);
      if (over.aborted) return;
      const found = await engine.at(member.site).hearing(member.id);
      if (found?.hearing !== 'deaf' || found.pid !== before.pid || over.aborted) return;
    }
    const { signal } = before;
    log.info(`container ${member.name} can't hear ${signal}: it is killed`, { topology: topology.id });
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'deaf', at: clock.now(), ...event, signal });
    await engine.at(member.site).kill(member.id);
  }
}
