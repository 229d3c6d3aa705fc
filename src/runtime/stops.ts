import type { Engine } from '../domain/engine.ts';
import { describeError } from '../domain/errors.ts';
import { causeOf } from '../domain/leak-cause.ts';
import type { Clock, Log } from '../domain/ports.ts';
import { graceOf, type Member, memberKey, type Topology, type TopologyId } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import type { ContainerLogs } from './container-logs.ts';
import type { DeafContainers } from './deaf-containers.ts';
import { retryEngine } from './engine-retry.ts';
import { StopPace } from './stop-pace.ts';

interface StopsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  readonly containerLogs: ContainerLogs;
  readonly deafContainers: DeafContainers;
}

/** The stops under way, each held open until the container has stopped; paced as they begin, and without a limit. */
export class Stops {
  readonly #options: StopsOptions;
  /** By container and topology: several may name one container. */
  readonly #stops = new Map<string, Map<TopologyId, Promise<void>>>();
  readonly #ended = new AbortController();
  readonly #pace: StopPace;

  constructor(options: StopsOptions) {
    this.#options = options;
    this.#pace = new StopPace(options);
  }

  /**
   * Resolves when a container has stopped or is gone. It is asked to stop unless it has been already.
   * @throws EngineError where it could not be asked; the next call asks anew.
   */
  stop(topology: Topology, member: Member): Promise<void> {
    const stops = this.#stops.get(member.id) ?? new Map<TopologyId, Promise<void>>();
    const known = stops.get(topology.id);
    if (known !== undefined) return known;
    const { state, clock, log } = this.#options;
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'stopping', at: clock.now(), ...event });
    const over = () => {
      stops.delete(topology.id);
      if (stops.size === 0) this.#stops.delete(member.id);
    };
    const stopped = this.#ask(topology, member).then(
      (outcome) => {
        state.record({ type: outcome === 'absent' ? 'removed' : 'stopped', at: clock.now(), ...event });
        over();
      },
      (error) => {
        over();
        // What is given up because the agent ends has not failed, and its successor asks anew.
        if (this.#ended.signal.aborted) throw error;
        log.warn(`container ${member.name} could not be stopped`, { topology: topology.id, error });
        state.record({
          type: 'failed',
          at: clock.now(),
          ...event,
          error: describeError(error),
          cause: causeOf(error),
        });
        throw error;
      },
    );
    // Who waits for it is told; who does not has it in the ledger.
    stopped.catch(() => {});
    this.#stops.set(member.id, stops.set(topology.id, stopped));
    return stopped;
  }

  /** Asks a container to stop, for those who do not wait for it: how that ends is in the ledger, and in the log. */
  begin(topology: Topology, member: Member): void {
    this.stop(topology, member).catch(() => {});
  }

  /** Resolves when no stop of that container is under way any more, however it ended. */
  async settled(container: string): Promise<void> {
    await Promise.allSettled(this.#stops.get(container)?.values() ?? []);
  }

  /** Cuts the grace of the stops that are under way, or of those of certain containers. */
  async kill(only?: ReadonlySet<string>): Promise<void> {
    const { engine, log } = this.#options;
    const containers = [...this.#stops.keys()].filter((id) => only?.has(id) ?? true);
    await Promise.all(
      containers.map((container) =>
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
    const { engine, containerLogs, deafContainers } = this.#options;
    const override = topology.stopTimeoutMs !== undefined;
    await deafContainers.listening();
    await this.#pace.turn(topology.id);
    if (member.autoRemove) await containerLogs.follow(topology, member);
    const answer = retryEngine(async () => {
      if (member.restarts) await engine.disableRestart(member.id);
      return engine.stop(member.id, graceOf(topology, member), override);
    }, this.#ended.signal);
    this.#pace.follow(answer);
    deafContainers.watch(topology, member, answer);
    return answer;
  }
}
