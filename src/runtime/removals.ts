import pLimit, { type LimitFunction } from 'p-limit';
import { describeError } from '../domain/errors.ts';
import { type Clock, type Engine, EngineError, type EngineFault, type Log } from '../domain/ports.ts';
import { isDone, isSameMember, type Member, memberKey, type Topology } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
import { retryEngine, unlessAborted } from './engine-retry.ts';
import { sortHolders, UsedByOthers } from './network-holders.ts';
import type { Stops } from './stops.ts';

interface RemovalsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly stops: Stops;
  readonly clock: Clock;
  readonly log: Log;
  /** Removals under way at once. */
  readonly concurrency: number;
}

/** The engine removes bridge networks one after the other: more at once would only keep places from containers. */
const NETWORKS_AT_ONCE = 2;

/** A restart policy, or somebody, may start a container again that often before its removal is given up. */
const MOST_REVIVALS = 3;

/** Between two looks at what still holds a network, in ms. */
const HOLDER_WAIT_MS = 100;

const hasFault = (error: unknown, fault: EngineFault): error is EngineError =>
  error instanceof EngineError && error.fault === fault;

/** Removes members, each on its own: none that fails or hangs stops another, and none of the methods rejects. */
export class Removals {
  readonly #options: RemovalsOptions;
  readonly #limit: LimitFunction;
  readonly #networkLimit: LimitFunction;
  #force = new AbortController();

  constructor(options: RemovalsOptions) {
    this.#options = options;
    this.#limit = pLimit(options.concurrency);
    this.#networkLimit = pLimit(Math.min(NETWORKS_AT_ONCE, options.concurrency));
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

  /** Removes a container once it has stopped. */
  container(topology: Topology, member: Member, signal: AbortSignal): Promise<void> {
    return this.#settle(topology, member, async () => {
      for (let revivals = 0; ; revivals++) {
        const hasStopped = revivals === 0 && this.#current(topology, member).stoppedAt !== undefined;
        if (!hasStopped && !this.#force.signal.aborted)
          await this.#unlessForced(this.#options.stops.stop(topology, member), signal);
        if (isDone(this.#current(topology, member))) return;
        try {
          return await this.#ask(topology, member, signal);
        } catch (error) {
          if (!hasFault(error, 'running') || revivals >= MOST_REVIVALS) throw error;
        }
      }
    });
  }

  /** Removes a network once the containers in `after` have exited; only endpoints of our own are disconnected. */
  network(topology: Topology, member: Member, after: readonly Member[], signal: AbortSignal): Promise<void> {
    const { engine, state, stops, clock } = this.#options;
    return this.#settle(topology, member, async () => {
      await this.#unlessForced(Promise.all(after.map(({ id }) => stops.settled(id))), signal);
      for (;;) {
        try {
          return await this.#networkLimit(() => this.#ask(topology, member, signal));
        } catch (error) {
          if (!hasFault(error, 'in-use')) throw error;
          const holders = await retryEngine(() => engine.endpoints(member.id), signal);
          const { exited, others } = sortHolders(state.ledger, holders);
          if (others.length > 0) throw new UsedByOthers(error, others);
          for (const { id } of exited) await retryEngine(() => engine.disconnect(member.id, id), signal);
          await clock.sleep(HOLDER_WAIT_MS, signal);
          if (signal.aborted) throw error;
        }
      }
    });
  }

  /** Removes a volume, unless its name was taken again: that one is somebody else's. */
  volume(topology: Topology, member: Member, signal: AbortSignal): Promise<void> {
    const { engine } = this.#options;
    return this.#settle(topology, member, async () => {
      const found = await retryEngine(() => engine.find('volume', member.id), signal);
      if (found === undefined || !isSameMember(found, member)) return;
      try {
        await this.#ask(topology, member, signal);
      } catch (error) {
        throw hasFault(error, 'in-use') ? new UsedByOthers(error, []) : error;
      }
    });
  }

  /** Resolves as the promise does, or when containers are to be removed without waiting for their stop. */
  async #unlessForced(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
    const forced = this.#force.signal;
    try {
      await unlessAborted(promise, AbortSignal.any([signal, forced]));
    } catch (error) {
      if (!forced.aborted || signal.aborted) throw error;
    }
  }

  async #settle(topology: Topology, member: Member, remove: () => Promise<void>): Promise<void> {
    const { state, clock, log } = this.#options;
    const event = { at: clock.now(), topology: topology.id, member: memberKey(member) };
    try {
      await remove();
      if (!isDone(this.#current(topology, member)))
        state.record({ ...event, type: 'removed', at: clock.now() });
    } catch (error) {
      if (error instanceof UsedByOthers && member.shared) {
        state.record({ ...event, type: 'kept', at: clock.now(), reason: error.message });
        return;
      }
      log.warn(`${member.kind} ${member.name} could not be removed`, { topology: topology.id, error });
      state.record({ ...event, type: 'failed', at: clock.now(), error: describeError(error) });
    }
  }

  #ask(topology: Topology, member: Member, signal: AbortSignal): Promise<void> {
    const { engine, state, clock } = this.#options;
    return this.#limit(() => {
      signal.throwIfAborted();
      state.record({ type: 'removing', at: clock.now(), topology: topology.id, member: memberKey(member) });
      return retryEngine(() => engine.remove(member.kind, member.id, this.#force.signal.aborted), signal);
    });
  }

  /** The member as it is now; what a collection was given may be behind. */
  #current(topology: Topology, member: Member): Member {
    const known = this.#options.state.ledger.topologies.get(topology.id)?.members;
    return known?.find((other) => isSameMember(other, member)) ?? member;
  }
}
