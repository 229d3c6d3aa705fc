import { describeError } from '../../domain/errors.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { TaskContainer } from '../../domain/swarm.ts';
import { graceOf, type MemberOf, type Topology } from '../../domain/topology/topology.ts';
import { answerWithin } from '../answer-within.ts';
import { retryEngine } from '../engine-retry.ts';
import { growingPauses } from '../removal/patient-removal.ts';
import type { Place, Unasked } from './task-places.ts';

/**
 * How long a node may take, beyond the grace of a service, to remove the containers of its tasks, in ms. A node can lose
 * track of a container (moby/swarmkit#637): the agent then removes it by force.
 */
const NODE_MS = 15_000;

/** The same once the grace was cut. */
const CUT_MS = 3_000;

/** The longest time between two looks at a node, in ms: a look is one cheap list. */
const LOOK_MS = 400;

/** How long one look at another node may take, in ms. */
const ANSWER_MS = 5_000;

/** The cut of a service's grace. */
export interface Cut {
  /** When it was cut, in ms since the epoch; absent until then. */
  at?: number;
  readonly wake: AbortController;
}

/** The end of one service's containers on a node whose engine the agent reaches. */
export interface Clearing {
  readonly topology: Topology;
  readonly member: MemberOf<'service'>;
  readonly place: Place;
  readonly deletedAt: number;
  readonly cut: Cut;
}

interface ServiceClearingOptions {
  readonly clock: Clock;
  readonly log: Log;
}

/** Sees to it that a node has none of a service's containers any more. */
export class ServiceClearing {
  readonly #options: ServiceClearingOptions;

  constructor(options: ServiceClearingOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the node has none of the containers any more.
   * @returns for another node that has stopped answering, its tasks and why; else `undefined`
   * @throws EngineError; the signal's reason if the signal fires first
   */
  async clear(clearing: Clearing, signal: AbortSignal): Promise<Unasked | undefined> {
    const { clock } = this.#options;
    const { place, cut } = clearing;
    const killed = new Set<string>();
    for (const pauseMs of growingPauses()) {
      try {
        const left = await this.#left(clearing, signal);
        if (left.length === 0) return undefined;
        await this.#hurry(clearing, left, killed);
      } catch (error) {
        if (signal.aborted || place.tasks === undefined) throw error;
        if (clock.now() >= this.#limits(clearing).forceAt)
          return { tasks: place.tasks, why: `its engine has stopped answering: ${describeError(error)}` };
      }
      const wake = cut.wake.signal;
      await clock.sleep(
        this.#pause(clearing, pauseMs),
        wake.aborted ? signal : AbortSignal.any([signal, wake]),
      );
      signal.throwIfAborted();
    }
    return undefined;
  }

  /** The containers that are left. The agent's own engine is asked until it answers; that of another node once, for a while. */
  async #left({ member, place }: Clearing, signal: AbortSignal): Promise<readonly TaskContainer[]> {
    const ask = () => place.engine.taskContainers(member.id);
    if (place.tasks === undefined) return retryEngine(ask, signal);
    return answerWithin(this.#options, ANSWER_MS, ask, signal);
  }

  /** When the containers have to be killed, and removed by force, in ms since the epoch. */
  #limits({ topology, member, deletedAt, cut }: Clearing) {
    const graceMs = graceOf(topology, member);
    // The nodes only know the service's own grace, also if it is changed before the deletion.
    const isShorter = graceMs < (member.graceMs ?? 0);
    const killAt = cut.at ?? (isShorter ? deletedAt + graceMs : Number.POSITIVE_INFINITY);
    const ownMs = isShorter ? graceMs : (member.graceMs ?? 0);
    return { killAt, forceAt: cut.at === undefined ? deletedAt + ownMs + NODE_MS : cut.at + CUT_MS };
  }

  #pause(clearing: Clearing, pauseMs: number): number {
    const untilKill = this.#limits(clearing).killAt - this.#options.clock.now();
    return Math.min(pauseMs, LOOK_MS, untilKill > 0 ? untilKill : LOOK_MS);
  }

  /** Kills what has had its grace, and removes what its node has lost track of. */
  async #hurry(clearing: Clearing, left: readonly TaskContainer[], killed: Set<string>): Promise<void> {
    const { clock, log } = this.#options;
    const { topology, member, place } = clearing;
    const { killAt, forceAt } = this.#limits(clearing);
    const now = clock.now();
    const failed =
      (what: string, { name }: TaskContainer) =>
      (error: unknown) =>
        log.warn(`container ${name} of service ${member.name} could not be ${what}`, {
          topology: topology.id,
          error: describeError(error),
        });
    // The Swarm waits 2 s more before it removes these. What fails here is still listed at the next look.
    const exited = left.filter(({ hasExited }) => hasExited);
    await Promise.all(exited.map(({ id }) => place.engine.remove('container', id, false).catch(() => {})));
    if (now >= forceAt) {
      const remove = (each: TaskContainer) => place.engine.remove('container', each.id, true);
      await Promise.all(left.map((each) => remove(each).catch(failed('removed', each))));
    } else if (now >= killAt) {
      const fresh = left.filter(({ id }) => !killed.has(id));
      for (const { id } of fresh) killed.add(id);
      await Promise.all(fresh.map((each) => place.engine.kill(each.id).catch(failed('killed', each))));
    }
  }
}
