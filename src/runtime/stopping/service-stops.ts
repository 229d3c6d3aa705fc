import { deferred } from '../../domain/deferred.ts';
import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { Clock, Log, SwarmNodes } from '../../domain/ports.ts';
import type { ServiceTask, TaskContainer, UnconfirmedNode } from '../../domain/swarm.ts';
import { graceOf, type MemberOf, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine } from '../engine-retry.ts';
import type { Efforts } from '../removal/efforts.ts';
import { growingPauses } from '../removal/patient-removal.ts';
import type { DeafContainers } from './deaf-containers.ts';
import { TasksElsewhere } from './tasks-elsewhere.ts';

interface ServiceStopsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  readonly deafContainers: DeafContainers;
  readonly efforts: Efforts;
  /** Absent if the agent reaches no node but its own. */
  readonly swarmNodes?: SwarmNodes | undefined;
}

/**
 * How long a node may take, beyond the grace of a service, to remove the containers of its tasks, in ms. A node can lose
 * track of a container (moby/swarmkit#637): the agent then removes it by force.
 */
const NODE_MS = 15_000;

/** The same once the grace was cut. */
const CUT_MS = 3_000;

/** The longest time between two looks at a node, in ms: a look is one cheap list. */
const LOOK_MS = 400;

type Service = MemberOf<'service'>;

interface Place {
  readonly name: string;
  readonly engine: Engine;
}

/** The end of one service's containers on a node whose engine the agent reaches. */
interface Clearing {
  readonly topology: Topology;
  readonly member: Service;
  readonly place: Place;
  readonly deletedAt: number;
}

/**
 * Stops services: deletes them, and waits until the containers of their tasks are gone from each node. The manager's list
 * does not show that: it forgets a task before its container has gone.
 */
export class ServiceStops {
  readonly #options: ServiceStopsOptions;
  readonly #elsewhere: TasksElsewhere;
  /** When the grace of a service was cut, by its id. */
  readonly #cuts = new Map<string, { at?: number; readonly wake: AbortController }>();

  constructor(options: ServiceStopsOptions) {
    this.#options = options;
    this.#elsewhere = new TasksElsewhere(options);
  }

  /** Kills what a service still runs on the nodes that are reached; `false` if no such stop is under way. */
  cut(id: string): boolean {
    const cut = this.#cuts.get(id);
    if (cut === undefined) return false;
    cut.at ??= this.#options.clock.now();
    cut.wake.abort();
    return true;
  }

  /**
   * Resolves when the containers of all its tasks are gone, on all nodes on which that can be known.
   * @throws EngineError; the signal's reason if the signal fires first
   */
  async stop(topology: Topology, member: Service, signal: AbortSignal): Promise<'removed'> {
    this.#cuts.set(member.id, { wake: new AbortController() });
    const over = deferred<void>();
    try {
      const { reached, others } = this.#placesOf(member);
      const asked = (member.tasks ?? []).filter((task) => !others.includes(task));
      // Before the deletion: the signals that follow it are heard then.
      for (const { container, hearing } of await this.#deafHere(topology, member))
        this.#options.deafContainers.watch(topology, member, hearing, over.promise, container);
      const deletedAt = await this.#delete(topology, member, signal);
      const [unconfirmed] = await Promise.all([
        this.#elsewhere.untilForgotten(member, others, signal),
        // A task keeps its addresses until then, also where its container has gone: a network that goes first loses them.
        this.#elsewhere.untilForgotten(member, asked, signal),
        ...reached.map((place) => this.#clear({ topology, member, place, deletedAt }, signal)),
      ]);
      this.#tell(topology, member, unconfirmed);
      return 'removed';
    } finally {
      over.resolve();
      this.#cuts.delete(member.id);
    }
  }

  /** The engines to ask, and the tasks on all other nodes. */
  #placesOf(member: Service): {
    readonly reached: readonly Place[];
    readonly others: readonly ServiceTask[];
  } {
    const { engine, swarmNodes } = this.#options;
    const reached = new Map<string, Place>();
    const others: ServiceTask[] = [];
    for (const task of member.tasks ?? []) {
      if (task.isHere) continue;
      const node = swarmNodes?.engineOf({ id: task.nodeId, hostname: task.node });
      if (node === undefined) others.push(task);
      else reached.set(task.nodeId, { name: task.node, engine: node });
    }
    // A task may have come to this node since the list.
    const here = { name: 'this node', engine: engine.at(member.site) };
    return { reached: [here, ...reached.values()], others };
  }

  /** @returns when the manager had deleted the service, in ms since the epoch */
  async #delete(topology: Topology, member: Service, signal: AbortSignal): Promise<number> {
    const { engine, clock, efforts } = this.#options;
    const remove = () => {
      efforts.asked(topology, member, 'stop');
      return engine.at(member.site).remove('service', member.id, false);
    };
    await retryEngine(remove, signal, (error) => efforts.said(topology, member, 'stop', error));
    return clock.now();
  }

  /** The containers of this node that can't hear their stop signal now. */
  async #deafHere(topology: Topology, member: Service) {
    const { engine, deafContainers, log } = this.#options;
    try {
      const containers = await engine.at(member.site).taskContainers(member.id);
      const looks = containers.map(async (container) => {
        const hearing = await deafContainers.look(topology, member, container);
        return hearing === undefined ? [] : [{ container, hearing }];
      });
      return (await Promise.all(looks)).flat();
    } catch (error) {
      log.warn(`whether containers of service ${member.name} hear their stop signal is not known`, {
        topology: topology.id,
        error,
      });
      return [];
    }
  }

  /** Resolves when a node has none of its containers any more. */
  async #clear(clearing: Clearing, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const { member, place } = clearing;
    const killed = new Set<string>();
    for (const pauseMs of growingPauses()) {
      const left = await retryEngine(() => place.engine.taskContainers(member.id), signal);
      if (left.length === 0) return;
      await this.#hurry(clearing, left, killed);
      const wake = this.#cuts.get(member.id)?.wake.signal;
      const isCut = wake?.aborted ?? false;
      await clock.sleep(
        this.#pause(clearing, pauseMs),
        wake && !isCut ? AbortSignal.any([signal, wake]) : signal,
      );
      signal.throwIfAborted();
    }
  }

  /** When the containers have to be killed, and removed by force, in ms since the epoch. */
  #limits({ topology, member, deletedAt }: Clearing) {
    const cutAt = this.#cuts.get(member.id)?.at;
    const graceMs = graceOf(topology, member);
    // The nodes only know the service's own grace, also if it is changed before the deletion.
    const isShorter = graceMs < (member.graceMs ?? 0);
    const killAt = cutAt ?? (isShorter ? deletedAt + graceMs : Number.POSITIVE_INFINITY);
    const ownMs = isShorter ? graceMs : (member.graceMs ?? 0);
    return { killAt, forceAt: cutAt === undefined ? deletedAt + ownMs + NODE_MS : cutAt + CUT_MS };
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

  #tell(topology: Topology, member: Service, nodes: readonly UnconfirmedNode[]): void {
    const { state, clock, log } = this.#options;
    if (nodes.length === 0) return;
    for (const { node, why } of nodes)
      log.warn(`whether node ${node} still has containers of service ${member.name} is not known: ${why}`, {
        topology: topology.id,
      });
    const event = { topology: topology.id, member: memberKey(member) };
    state.record({ type: 'unconfirmed', at: clock.now(), ...event, nodes });
  }
}
