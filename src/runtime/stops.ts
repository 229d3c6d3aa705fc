import { describeError } from '../domain/errors.ts';
import type { Clock, Engine, Log } from '../domain/ports.ts';
import { graceOf, type Member, memberKey, type Topology } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import { retryEngine } from './engine-retry.ts';
import { StopPace } from './stop-pace.ts';

interface StopsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
}

/** The stops under way, each held open until the container has stopped; paced as they begin, and without a limit. */
export class Stops {
  readonly #options: StopsOptions;
  readonly #stops = new Map<string, { readonly container: string; readonly stopped: Promise<void> }>();
  readonly #ended = new AbortController();
  readonly #pace: StopPace;

  constructor(options: StopsOptions) {
    this.#options = options;
    this.#pace = new StopPace(options.clock);
  }

  /**
   * Resolves when a container has stopped or is gone. It is asked to stop unless it has been already.
   * @throws EngineError where it could not be asked; the next call asks anew.
   */
  stop(topology: Topology, member: Member): Promise<void> {
    const key = `${topology.id} ${member.id}`;
    const known = this.#stops.get(key);
    if (known !== undefined) return known.stopped;
    const { state, clock, log } = this.#options;
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'stopping', at: clock.now(), ...event });
    const stopped = this.#ask(topology, member).then(
      (outcome) => {
        state.record({ type: outcome === 'absent' ? 'removed' : 'stopped', at: clock.now(), ...event });
        this.#stops.delete(key);
      },
      (error) => {
        this.#stops.delete(key);
        // What is given up because the agent ends has not failed, and its successor asks anew.
        if (this.#ended.signal.aborted) throw error;
        log.warn(`container ${member.name} could not be stopped`, { topology: topology.id, error });
        state.record({ type: 'failed', at: clock.now(), ...event, error: describeError(error) });
        throw error;
      },
    );
    // Who waits for it is told; who does not has it in the ledger.
    stopped.catch(() => {});
    this.#stops.set(key, { container: member.id, stopped });
    return stopped;
  }

  /** Resolves when no stop of that container is under way any more, however it ended. */
  async settled(container: string): Promise<void> {
    const stops = [...this.#stops.values()].filter((stop) => stop.container === container);
    await Promise.allSettled(stops.map(({ stopped }) => stopped));
  }

  /** Cuts the grace of every stop that is under way. */
  async killAll(): Promise<void> {
    const { engine, log } = this.#options;
    const containers = new Set([...this.#stops.values()].map(({ container }) => container));
    await Promise.all(
      [...containers].map((container) =>
        engine
          .kill(container)
          .catch((error) => log.warn(`container ${container} could not be killed`, { error })),
      ),
    );
  }

  /** Gives up on what the engine has not answered. */
  end(): void {
    this.#ended.abort(new Error('the agent ended while the engine did not answer'));
  }

  async #ask(topology: Topology, member: Member): Promise<'stopped' | 'absent'> {
    const { engine } = this.#options;
    const override = topology.stopTimeoutMs !== undefined;
    await this.#pace.turn(topology.id);
    const answer = retryEngine(async () => {
      if (member.restarts) await engine.disableRestart(member.id);
      return engine.stop(member.id, graceOf(topology, member), override);
    }, this.#ended.signal);
    this.#pace.follow(answer);
    return answer;
  }
}
