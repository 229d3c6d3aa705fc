import pLimit, { type LimitFunction } from 'p-limit';
import PQueue from 'p-queue';
import type { Engine } from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import type { Clock } from '../../domain/ports.ts';
import { type MemberOf, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine, unlessAborted } from '../engine-retry.ts';
import type { ContainerLogs } from '../stopping/container-logs.ts';
import type { Stops } from '../stopping/stops.ts';
import type { Efforts } from './efforts.ts';
import type { MountGuard } from './mount-guard.ts';

export interface RemovalRequestsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly containerLogs: ContainerLogs;
  readonly efforts: Efforts;
  readonly mountGuard: MountGuard;
  readonly stops: Pick<Stops, 'turnOf'>;
  readonly clock: Clock;
  /** Removals under way at once. */
  readonly concurrency: number;
}

/** The engine removes bridge networks one after the other: more at once would only keep places from containers. */
const NETWORKS_AT_ONCE = 2;

/** So they are what a collection takes longest for, and go before containers that have stopped long ago. */
const PRIORITY: Readonly<Record<EngineKind, number>> = { network: 1, container: 0, volume: 0 };

/** Who has no answer by then gives its place to others, in ms: a removal that hangs keeps none from theirs. */
const SLOW_MS = 10_000;

/** Asks the engine to remove members: so many at once, with retries, and by force where that is the order of the hour. */
export class RemovalRequests {
  readonly #options: RemovalRequestsOptions;
  readonly #places: PQueue;
  readonly #networkLimit: LimitFunction;
  #force = new AbortController();

  constructor(options: RemovalRequestsOptions) {
    this.#options = options;
    this.#places = new PQueue({ concurrency: options.concurrency });
    this.#networkLimit = pLimit(Math.min(NETWORKS_AT_ONCE, options.concurrency));
  }

  /** From now on, that many are under way at once; what has begun goes on. */
  pace(atOnce: number): void {
    this.#places.concurrency = atOnce;
    this.#networkLimit.concurrency = Math.min(NETWORKS_AT_ONCE, atOnce);
  }

  /** From now on, containers are removed without waiting for their stop; until the returned object is disposed of. */
  force(): Disposable {
    const force = this.#force;
    force.abort();
    return {
      [Symbol.dispose]: () => {
        if (this.#force === force) this.#force = new AbortController();
      },
    };
  }

  get isForced(): boolean {
    return this.#force.signal.aborted;
  }

  /** Resolves as the promise does, or when containers are to be removed without waiting for their stop. */
  async unlessForced(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
    const forced = this.#force.signal;
    try {
      await unlessAborted(promise, AbortSignal.any([signal, forced]));
    } catch (error) {
      if (!forced.aborted || signal.aborted) throw error;
    }
  }

  /**
   * Resolves when the member is gone.
   * @param insists a container that runs is killed and removed
   * @throws EngineError; the signal's reason where that fired before there was an answer
   */
  async ask(
    topology: Topology,
    member: MemberOf<EngineKind>,
    signal: AbortSignal,
    insists = false,
  ): Promise<void> {
    const { engine, state, clock, containerLogs, efforts, mountGuard, stops } = this.#options;
    let hasBegun = false;
    const attempt = async () => {
      signal.throwIfAborted();
      if (!hasBegun) {
        hasBegun = true;
        if (member.kind === 'container') await containerLogs.save(topology, member, this.isForced);
        state.record({ type: 'removing', at: clock.now(), topology: topology.id, member: memberKey(member) });
      }
      const keepsVolumes = member.kind === 'container' && (await mountGuard.isAbove(member));
      efforts.asked(topology, member, 'removal');
      await engine.remove(member.kind, member.id, insists || this.isForced, { keepsVolumes });
    };
    if (member.kind === 'container') await stops.turnOf(member, signal);
    return retryEngine(
      () => this.#inTurn(member.kind, attempt),
      signal,
      (error) => efforts.said(topology, member, 'removal', error),
    );
  }

  /** Settles as the attempt does, which begins once there is a place for it. */
  async #inTurn(kind: EngineKind, attempt: () => Promise<void>): Promise<void> {
    let answer = Promise.resolve();
    const turn = () => {
      answer = attempt();
      return this.#whileQuick(answer);
    };
    const place = () => this.#places.add(turn, { priority: PRIORITY[kind] });
    await (kind === 'network' ? this.#networkLimit(place) : place());
    return answer;
  }

  async #whileQuick(answer: Promise<void>): Promise<void> {
    const over = new AbortController();
    const end = () => over.abort();
    answer.then(end, end);
    await this.#options.clock.sleep(SLOW_MS, over.signal);
  }
}
