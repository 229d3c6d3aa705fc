import { type Engine, EngineError, type EngineFault, type EngineMember } from '../../domain/engine.ts';
import { isStillVolume } from '../../domain/kinds/volume.ts';
import { LeakError } from '../../domain/leaks/leak-cause.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { Guarded } from '../../domain/protection/guarded.ts';
import {
  isDone,
  type Member,
  type MemberOf,
  memberKey,
  type Topology,
} from '../../domain/topology/topology.ts';
import type { Predecessor } from '../agent-parts.ts';
import type { AgentState } from '../agent-state.ts';
import { currentMember } from '../current-member.ts';
import { retryEngine, unlessAborted } from '../engine-retry.ts';
import { keepForeign } from '../lookup/anonymous-volumes.ts';
import type { Inventory } from '../lookup/inventory.ts';
import type { ContainerLogs } from '../stopping/container-logs.ts';
import type { Stops } from '../stopping/stops.ts';
import type { MountGuard } from './mount-guard.ts';
import { type Holder, sortHolders, UsedByOthers, volumeUsedBy } from './network-holders.ts';
import type { RemovalRequests } from './removal-requests.ts';
import { type Ending, GONE, type RemovalLimit, type RemovalsUnderWay } from './removals-under-way.ts';

interface RemovalsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly inventory: Inventory;
  readonly stops: Stops;
  readonly containerLogs: ContainerLogs;
  readonly requests: RemovalRequests;
  readonly underWay: RemovalsUnderWay;
  readonly guarded: Guarded;
  readonly mountGuard: MountGuard;
  readonly predecessor?: Predecessor | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

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

  constructor(options: RemovalsOptions) {
    this.#options = options;
  }

  /** Removes a container once it has stopped; one that runs again after that is stopped again, and removed by force. */
  container(topology: Topology, member: MemberOf<'container'>, limit: RemovalLimit): Promise<Ending> {
    const { state, containerLogs, requests, underWay, stops } = this.#options;
    const { signal } = limit;
    return underWay.settle(topology, member, limit, async () => {
      for (let revivals = 0; ; revivals++) {
        const hasStopped = revivals === 0 && currentMember(state, topology, member).stoppedAt !== undefined;
        if (!hasStopped && !requests.isForced)
          await requests.unlessForced(stops.stop(topology, member), signal);
        if (isDone(currentMember(state, topology, member))) return containerLogs.settled(member.id);
        try {
          return await requests.ask(topology, member, signal, revivals > 0);
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
    limit: RemovalLimit,
  ): Promise<Ending> {
    const { engine, state, stops, guarded, clock, requests, underWay } = this.#options;
    const { signal } = limit;
    return underWay.settle(topology, member, limit, async () => {
      await requests.unlessForced(Promise.all(after.map(({ id }) => stops.settled(id))), signal);
      for (;;) {
        try {
          return await requests.ask(topology, member, signal);
        } catch (error) {
          if (!hasFault(error, 'in-use')) throw error;
          const holders = await this.#holders(member, signal, error);
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
    limit: RemovalLimit,
  ): Promise<Ending> {
    const { engine, inventory, state, requests, underWay, mountGuard } = this.#options;
    const { signal } = limit;
    const unlessInUse = async (error: unknown) => {
      throw hasFault(error, 'in-use') ? await volumeUsedBy(engine, member.id, error) : error;
    };
    return underWay.settle(topology, member, limit, async () => {
      const found = await retryEngine(() => engine.find('volume', member.id), signal);
      const takenAt = topology.leasedAt ?? member.submittedAt;
      const isSame = found && isStillVolume(found, member, inventory.hasHeardSince(takenAt));
      if (found === undefined || isSame === false || isDone(currentMember(state, topology, member)))
        return GONE;
      if (keepForeign(this.#options, topology, member)) return GONE;
      if (isSame === undefined) return this.#leave(topology, member, mayBeAnother(found));
      await mountGuard.checkVolume(member.id, found.mountpoint);
      try {
        return await requests.ask(topology, member, signal);
      } catch (error) {
        if (!hasFault(error, 'in-use')) throw error;
        await unlessAborted(others, signal).catch(() => unlessInUse(error));
        return await requests.ask(topology, member, signal).catch(unlessInUse);
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

  /** Who holds a network; where the engine does not tell, it stays `inUse` by somebody. */
  async #holders({ id, name }: Member, signal: AbortSignal, inUse: EngineError): Promise<readonly Holder[]> {
    const { engine, log } = this.#options;
    try {
      return await retryEngine(() => engine.endpoints(id), signal);
    } catch (error) {
      log.warn(`the holders of network ${name} are not known`, { error });
      throw new UsedByOthers(inUse, []);
    }
  }
}
