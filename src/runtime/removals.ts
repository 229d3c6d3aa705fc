import pLimit, { type LimitFunction } from 'p-limit';
import PQueue from 'p-queue';
import { type Engine, EngineError, type EngineFault, type EngineMember } from '../domain/engine.ts';
import { LeakError } from '../domain/leak-cause.ts';
import type { Clock, Log } from '../domain/ports.ts';
import type { Guarded } from '../domain/protection.ts';
import {
  type EngineKind,
  isDone,
  type Member,
  type MemberOf,
  memberKey,
  type Topology,
} from '../domain/topology.ts';
import { isStillVolume } from '../domain/volume-identity.ts';
import type { Predecessor } from './agent-parts.ts';
import type { AgentState } from './agent-state.ts';
import { keepForeign } from './anonymous-volumes.ts';
import type { ContainerLogs } from './container-logs.ts';
import { retryEngine, unlessAborted } from './engine-retry.ts';
import type { Inventory } from './inventory.ts';
import type { MountGuard } from './mount-guard.ts';
import { sortHolders, UsedByOthers, volumeUsedBy } from './network-holders.ts';
import { currentMember, settleRemoval } from './settle-removal.ts';
import type { Stops } from './stops.ts';

interface RemovalsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly inventory: Inventory;
  readonly stops: Stops;
  readonly containerLogs: ContainerLogs;
  readonly guarded: Guarded;
  readonly mountGuard: MountGuard;
  readonly predecessor?: Predecessor | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Removals under way at once. */
  readonly concurrency: number;
}

/** The engine removes bridge networks one after the other: more at once would only keep places from containers. */
const NETWORKS_AT_ONCE = 2;

/** So they are what a collection takes longest for, and go before containers that have stopped long ago. */
const PRIORITY: Readonly<Record<EngineKind, number>> = { network: 1, container: 0, volume: 0 };

/** A restart policy, or somebody, may start a container again that often before its removal is given up. */
const MOST_REVIVALS = 3;

/** Between two looks at what still holds a network, in ms. */
const HOLDER_WAIT_MS = 100;

const mayBeAnother = ({ createdAt = 'an unknown time' }: EngineMember): string =>
  `it was made anew, or written to, at ${createdAt}, while nobody listened to the engine: nobody can say whose it is`;

const hasFault = (error: unknown, fault: EngineFault): error is EngineError =>
  error instanceof EngineError && error.fault === fault;

/** Removes what the engine holds, each on its own: none that fails or hangs stops another; no method rejects. */
export class Removals {
  readonly #options: RemovalsOptions;
  readonly #places: PQueue;
  readonly #networkLimit: LimitFunction;
  #force = new AbortController();

  constructor(options: RemovalsOptions) {
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

  /** Removes a container once it has stopped. */
  container(topology: Topology, member: MemberOf<'container'>, signal: AbortSignal): Promise<void> {
    const { state, containerLogs } = this.#options;
    return settleRemoval(this.#options, topology, member, async () => {
      for (let revivals = 0; ; revivals++) {
        const hasStopped = revivals === 0 && currentMember(state, topology, member).stoppedAt !== undefined;
        if (!hasStopped && !this.#force.signal.aborted)
          await this.#unlessForced(this.#options.stops.stop(topology, member), signal);
        if (isDone(currentMember(state, topology, member))) return containerLogs.settled(member.id);
        try {
          return await this.#ask(topology, member, signal);
        } catch (error) {
          if (!hasFault(error, 'running') || revivals >= MOST_REVIVALS) throw error;
        }
      }
    });
  }

  /**
   * Removes a network once the containers in `after` have exited; only endpoints of our own are disconnected, and of the job's
   * own containers.
   */
  network(
    topology: Topology,
    member: MemberOf<'network'>,
    after: readonly Member[],
    signal: AbortSignal,
  ): Promise<void> {
    const { engine, state, stops, guarded, clock } = this.#options;
    return settleRemoval(this.#options, topology, member, async () => {
      await this.#unlessForced(Promise.all(after.map(({ id }) => stops.settled(id))), signal);
      for (;;) {
        try {
          return await this.#networkLimit(() => this.#ask(topology, member, signal));
        } catch (error) {
          if (!hasFault(error, 'in-use')) throw error;
          const holders = await retryEngine(() => engine.endpoints(member.id), signal);
          // What is shared stays for whoever uses it, the job's own container as well.
          const jobs = member.shared ? [] : guarded.containers;
          const { ours, others } = sortHolders(state.ledger, holders, jobs);
          if (others.length > 0) throw new UsedByOthers(error, others);
          for (const { id } of ours) await retryEngine(() => engine.disconnect(member.id, id), signal);
          await clock.sleep(HOLDER_WAIT_MS, signal);
          if (signal.aborted) throw error;
        }
      }
    });
  }

  /**
   * Removes a volume, unless its name was taken again: that one is somebody else's. What still uses it may be of another
   * topology, so that it is tried once more when `others` are gone.
   */
  volume(
    topology: Topology,
    member: MemberOf<'volume'>,
    others: Promise<unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    const { engine, inventory, state, mountGuard } = this.#options;
    const unlessInUse = async (error: unknown) => {
      throw hasFault(error, 'in-use') ? await volumeUsedBy(engine, member.id, error) : error;
    };
    return settleRemoval(this.#options, topology, member, async () => {
      const found = await retryEngine(() => engine.find('volume', member.id), signal);
      const takenAt = topology.leasedAt ?? member.submittedAt;
      const isSame = found && isStillVolume(found, member, inventory.hasHeardSince(takenAt));
      if (found === undefined || isSame === false || isDone(currentMember(state, topology, member))) return;
      if (keepForeign(this.#options, topology, member)) return;
      if (isSame === undefined) return this.#leave(topology, member, mayBeAnother(found));
      await mountGuard.checkVolume(member.id, found.mountpoint);
      try {
        await this.#ask(topology, member, signal);
      } catch (error) {
        if (!hasFault(error, 'in-use')) throw error;
        await unlessAborted(others, signal).catch(() => unlessInUse(error));
        await this.#ask(topology, member, signal).catch(unlessInUse);
      }
    });
  }

  /** Once the job is over, it is more likely to be the next job's: then it is told of. @throws Error where it is not over */
  #leave(topology: Topology, member: MemberOf<'volume'>, why: string): void {
    const { state, clock, log, predecessor } = this.#options;
    if (!predecessor?.isJobOver) throw new LeakError('unsure', why);
    log.warn(`volume ${member.name} is left: ${why}`, { topology: topology.id });
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'kept', at: clock.now(), ...event, reason: why });
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

  async #ask(topology: Topology, member: MemberOf<EngineKind>, signal: AbortSignal): Promise<void> {
    const { engine, state, clock, containerLogs, stops, mountGuard } = this.#options;
    const remove = async () => {
      signal.throwIfAborted();
      if (member.kind === 'container') await containerLogs.save(topology, member, this.#force.signal.aborted);
      const keepsVolumes = member.kind === 'container' && (await mountGuard.isAbove(member));
      state.record({ type: 'removing', at: clock.now(), topology: topology.id, member: memberKey(member) });
      return retryEngine(
        () => engine.remove(member.kind, member.id, this.#force.signal.aborted, { keepsVolumes }),
        signal,
      );
    };
    if (member.kind === 'container') await stops.turnOf(member, signal);
    return this.#places.add(remove, { priority: PRIORITY[member.kind] });
  }
}
