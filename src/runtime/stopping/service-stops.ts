import { deferred } from '../../domain/deferred.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Clock, Log, SwarmNodes } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Sites, siteOf } from '../../domain/site.ts';
import type { UnconfirmedNode } from '../../domain/swarm.ts';
import { type MemberOf, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine, unlessAborted } from '../engine-retry.ts';
import type { Efforts } from '../removal/efforts.ts';
import type { DeafContainers } from './deaf-containers.ts';
import { type Cut, ServiceClearing } from './service-clearing.ts';
import { removeStackVolumes } from './stack-volumes.ts';
import { type Place, type Places, placesOf } from './task-places.ts';
import { TasksElsewhere } from './tasks-elsewhere.ts';

interface ServiceStopsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  readonly deafContainers: DeafContainers;
  readonly efforts: Efforts;
  readonly sites: Sites;
  readonly settings: Pick<Settings, 'protect'>;
  /** Absent if the agent reaches no node but its own. */
  readonly swarmNodes?: SwarmNodes | undefined;
}

/** How long the deletion of a service waits for the ways to its nodes, in ms: deaf containers are looked for before it. */
const OPENING_MS = 2_000;

type Service = MemberOf<'service'>;

/**
 * Stops services: deletes them, and waits until the containers of their tasks are gone from each node. The manager's list
 * does not show that: it forgets a task before its container has gone.
 */
export class ServiceStops {
  readonly #options: ServiceStopsOptions;
  readonly #elsewhere: TasksElsewhere;
  /** When the grace of a service was cut, by its id. */
  readonly #cuts = new Map<string, Cut>();
  readonly #clearing: ServiceClearing;

  constructor(options: ServiceStopsOptions) {
    this.#options = options;
    this.#elsewhere = new TasksElsewhere(options);
    this.#clearing = new ServiceClearing(options);
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
    const cut: Cut = { wake: new AbortController() };
    this.#cuts.set(member.id, cut);
    const over = deferred<void>();
    try {
      // A task may have come to this node since the list.
      const here: Place = { name: 'this node', engine: this.#options.engine.at(member.site) };
      const looking = placesOf(this.#options, member);
      // Before the deletion: the signals that follow it are heard then.
      await this.#findDeaf(topology, member, { here, looking, stopped: over.promise });
      const deletedAt = await this.#delete(topology, member, signal);
      const clear = (place: Place) =>
        this.#clearing.clear({ topology, member, place, deletedAt, cut }, signal);
      const elsewhere = async () => {
        const { reached, others } = await unlessAborted(looking, signal);
        const unasked = new Set(others.flatMap(({ tasks }) => tasks));
        const asked = (member.tasks ?? []).filter((task) => !unasked.has(task));
        const [forgotten, , ...lost] = await Promise.all([
          this.#elsewhere.untilForgotten(member, others, signal),
          // A task keeps its addresses until then, also where its container has gone: a network that goes first loses them.
          this.#elsewhere.untilForgotten(member, asked.length > 0 ? [{ tasks: asked, why: '' }] : [], signal),
          ...reached.map(async (place) => {
            const silent = await clear(place);
            if (silent === undefined) await this.#removeVolumes(topology, member, place);
            return silent === undefined ? [] : this.#elsewhere.untilForgotten(member, [silent], signal);
          }),
        ]);
        return [forgotten ?? [], ...lost].flat();
      };
      const [unconfirmed] = await Promise.all([elsewhere(), clear(here)]);
      this.#tell(topology, member, unconfirmed);
      return 'removed';
    } finally {
      over.resolve();
      this.#cuts.delete(member.id);
    }
  }

  /** Looks for deaf containers; on other nodes for a moment only, as the service is deleted afterwards. */
  async #findDeaf(
    topology: Topology,
    member: Service,
    { here, looking, stopped }: { here: Place; looking: Promise<Places>; stopped: Promise<void> },
  ): Promise<void> {
    const over = new AbortController();
    const find = (place: Place) =>
      this.#watchDeaf(topology, member, place, { stopped, isLate: () => over.signal.aborted });
    const elsewhere = looking.then(({ reached }) => Promise.all(reached.map(find)));
    const soon = Promise.race([elsewhere, this.#options.clock.sleep(OPENING_MS, over.signal)]);
    await Promise.all([soon, find(here)]);
    over.abort();
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

  /** Has the containers of a node killed that can't hear their stop signal. */
  async #watchDeaf(
    topology: Topology,
    member: Service,
    place: Place,
    { stopped, isLate }: { stopped: Promise<void>; isLate: () => boolean },
  ): Promise<void> {
    const { deafContainers, log } = this.#options;
    try {
      const containers = await place.engine.taskContainers(member.id);
      const looks = containers.map(async (container) => {
        const on = { container, ...(place.tasks !== undefined && { engine: place.engine }) };
        const hearing = await deafContainers.look(topology, member, on);
        if (hearing !== undefined && !isLate()) deafContainers.watch(topology, member, hearing, stopped, on);
      });
      await Promise.all(looks);
    } catch (error) {
      log.warn(`whether containers of service ${member.name} hear their stop signal is not known`, {
        topology: topology.id,
        node: place.name,
        error,
      });
    }
  }

  /** Volumes of the stack that another service still uses go with that service, and the drain tries again and tells. */
  async #removeVolumes(topology: Topology, member: Service, place: Place): Promise<void> {
    const { volumesWith } = member;
    if (volumesWith === undefined) return;
    const { log, sites, settings } = this.#options;
    const since = settings.protect ? siteOf(sites, member).startedAt : undefined;
    try {
      for (const { volume, error } of await removeStackVolumes(place.engine, volumesWith, since))
        log.info(`volume ${volume.name} is still on node ${place.name}: ${error}`, { topology: topology.id });
    } catch (error) {
      log.warn(`volumes on node ${place.name} could not be listed`, { topology: topology.id, error });
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
