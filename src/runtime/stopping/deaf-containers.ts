import type { Engine } from '../../domain/engine.ts';
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

/** How long a stop waits for that, in ms. */
const LISTENING_MS = 500;

/** Nothing is to be won where the grace is no longer than that, in ms. */
const SHORT_GRACE_MS = 500;

/** Kills containers that provably can't hear their stop signal, instead of sitting out their grace. */
export class DeafContainers {
  readonly #options: DeafContainersOptions;

  constructor(options: DeafContainersOptions) {
    this.#options = options;
  }

  /** Resolves when the engine's signals are heard from now on, or will not be soon. */
  async listening(): Promise<void> {
    const { engine, inventory, clock, kills } = this.#options;
    if (!kills || !engine.tellsSignals) return;
    const over = new AbortController();
    await Promise.race([inventory.firstHeard(), clock.sleep(LISTENING_MS, over.signal)]);
    over.abort();
  }

  /** To be called when a container is about to be asked to stop: looks at it once the signal is out, unless `stopped` settles before. */
  watch(topology: Topology, member: Member, stopped: Promise<unknown>): void {
    const { kills, log } = this.#options;
    if (!kills || graceOf(topology, member) <= SHORT_GRACE_MS) return;
    const over = new AbortController();
    const end = () => over.abort();
    stopped.then(end, end);
    unawaited(
      this.#watch(topology, member, over.signal),
      log,
      `whether container ${member.name} hears its stop signal is not known: its grace is waited for`,
    );
  }

  async #watch(topology: Topology, member: Member, over: AbortSignal): Promise<void> {
    const { engine, state, signals, clock, log } = this.#options;
    // One that does not tell is taken to send them at once.
    if (engine.tellsSignals && !(await signals.next(member.id, over))) return;
    let signal: string | undefined;
    for (const pauseMs of [QUIET_MS, AGAIN_MS]) {
      await clock.sleep(pauseMs, over);
      if (over.aborted) return;
      const found = await engine.hearing(member.id);
      if (found?.hearing !== 'deaf' || over.aborted) return;
      signal = found.signal;
    }
    if (signal === undefined) return;
    log.info(`container ${member.name} can't hear ${signal}: it is killed`, { topology: topology.id });
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'deaf', at: clock.now(), ...event, signal });
    await engine.kill(member.id);
  }
}
