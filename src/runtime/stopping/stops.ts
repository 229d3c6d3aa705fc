import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { StoppingKind } from '../../domain/kinds/kinds.ts';
import { causeOf } from '../../domain/leaks/cause-of.ts';
import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, Log, SwarmNodes } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Sites } from '../../domain/site.ts';
import { LONGEST_MS } from '../../domain/text/quantities.ts';
import {
  graceOf,
  type MemberOf,
  memberKey,
  membersOf,
  type Topology,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine } from '../engine-retry.ts';
import type { Efforts } from '../removal/efforts.ts';
import type { MountGuard } from '../removal/kinds/mount-guard.ts';
import { sideStep } from '../side-step.ts';
import type { ContainerLogs } from './container-logs.ts';
import type { DeafContainers } from './deaf-containers.ts';
import { ServiceStops } from './service-stops.ts';
import { StopPace } from './stop-pace.ts';
import { StopTurns } from './stop-turns.ts';

interface StopsOptions {
  readonly engine: Engine;
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
  readonly containerLogs: ContainerLogs;
  readonly deafContainers: DeafContainers;
  readonly efforts: Efforts;
  readonly mountGuard: MountGuard;
  readonly sites: Sites;
  readonly settings: Pick<Settings, 'protect'>;
  readonly swarmNodes?: SwarmNodes | undefined;
}

/** `removed`: it has stopped, and nothing of it is left to remove. */
type Outcome = 'stopped' | 'absent' | 'removed';

/** How long a removal by force waits for those that need the container, in ms. */
const TURN_MS = 3_000;

/** The stops under way, each held open until the container, or all containers of the service, have stopped; paced as they begin, and without a limit. */
export class Stops {
  readonly #options: StopsOptions;
  /** By container or service, and topology: several may name one. */
  readonly #stops = new Map<string, Map<TopologyId, Promise<void>>>();
  readonly #ended = new AbortController();
  readonly #pace: StopPace;
  readonly #turns: StopTurns;
  readonly #services: ServiceStops;

  constructor(options: StopsOptions) {
    this.#options = options;
    this.#pace = new StopPace(options);
    this.#turns = new StopTurns(options);
    this.#services = new ServiceStops(options);
  }

  /**
   * Resolves when a member has stopped or is gone. Asks it to stop unless that is done already.
   * @throws EngineError if it could not be asked; the next call asks again.
   */
  stop(topology: Topology, member: MemberOf<StoppingKind>): Promise<void> {
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
        if (outcome !== 'absent') state.record({ type: 'stopped', at: clock.now(), ...event });
        if (outcome !== 'stopped') state.record({ type: 'removed', at: clock.now(), ...event });
        over();
      },
      (error) => {
        over();
        // A stop that is given up because the agent ends has not failed; the successor asks again.
        if (this.#ended.signal.aborted) throw error;
        log.warn(`${member.kind} ${member.name} could not be stopped`, { topology: topology.id, error });
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
    // Callers that wait get the error; the ledger has it for the others.
    stopped.catch(() => {});
    this.#stops.set(member.id, stops.set(topology.id, stopped));
    return stopped;
  }

  /** Asks a member to stop, for callers that do not wait: the ledger and the log show the outcome. */
  begin(topology: Topology, member: MemberOf<StoppingKind>): void {
    this.stop(topology, member).catch(() => {});
  }

  /** Resolves when no stop of that container or service is under way any more, however it ended. */
  async settled(id: string): Promise<void> {
    await Promise.allSettled(this.#stops.get(id)?.values() ?? []);
  }

  /** Cuts the grace of the stops under way, or only of certain members' stops. */
  async kill(only?: ReadonlySet<string>): Promise<void> {
    const { engine, state, log } = this.#options;
    const under = [...this.#stops.keys()].filter((id) => only?.has(id) ?? true);
    // Containers that others need are killed after them.
    const containers = under.filter((id) => !this.#services.cut(id) && !this.#turns.cut(id));
    const members = pendingTopologies(state.ledger).flatMap((topology) => membersOf(topology, 'container'));
    const sites = new Map(members.map(({ id, site }) => [id, site] as const));
    await Promise.all(
      containers.map((container) =>
        engine
          .at(sites.get(container))
          .kill(container)
          .catch((error) => log.warn(`container ${container} could not be killed`, { error })),
      ),
    );
  }

  /**
   * Resolves when all that need a container have stopped, or within a moment: for callers that do not wait for its
   * stop.
   */
  async turnOf(member: MemberOf<'container'>, signal: AbortSignal): Promise<void> {
    await this.#turns.turn(member, signal, TURN_MS);
  }

  /** Gives up what the engine has not answered. */
  end(): void {
    this.#ended.abort(new Error('the agent ended while the engine did not answer'));
  }

  #ask(topology: Topology, member: MemberOf<StoppingKind>): Promise<Outcome> {
    return member.kind === 'service'
      ? this.#services.stop(topology, member, this.#ended.signal)
      : this.#askContainer(topology, member);
  }

  async #askContainer(topology: Topology, member: MemberOf<'container'>): Promise<'stopped' | 'absent'> {
    const { engine, containerLogs, deafContainers, efforts, mountGuard } = this.#options;
    const isCut = await this.#turns.turn(member, this.#ended.signal);
    const override = isCut || topology.stopTimeoutMs !== undefined;
    const graceMs = isCut ? 0 : graceOf(topology, member);
    if (graceMs >= LONGEST_MS)
      this.#options.log.warn(`container ${member.name} has a grace of a day or more, which counts as a day`, {
        topology: topology.id,
      });
    const failed = (what: string, step: () => Promise<unknown>) =>
      sideStep(this.#options, `${what} of container ${member.name}`, { topology: topology.id }, step);
    await this.#pace.turn(topology.id);
    if (member.autoRemove)
      await failed('the agent could not follow the log', () => containerLogs.follow(topology, member));
    // Once it has stopped, the engine would remove it with its volumes, and empty what is mounted below them.
    if (member.autoRemove && (await mountGuard.isAbove(member))) return this.#removeWithoutVolumes(member);
    const deaf = isCut ? undefined : await deafContainers.look(topology, member);
    const stop = async () => {
      // If something starts it again after its stop, its removal stops it again.
      if (member.restarts)
        await failed('the agent could not remove the restart policy', () =>
          engine.at(member.site).disableRestart(member.id),
        );
      efforts.asked(topology, member, 'stop');
      return engine.at(member.site).stop(member.id, graceMs, override);
    };
    const answer = retryEngine(stop, this.#ended.signal, (error) =>
      efforts.said(topology, member, 'stop', error),
    );
    this.#pace.follow(answer);
    if (deaf !== undefined) deafContainers.watch(topology, member, deaf, answer);
    return answer;
  }

  async #removeWithoutVolumes(member: MemberOf<'container'>): Promise<'absent'> {
    const { engine } = this.#options;
    const remove = () => engine.at(member.site).remove('container', member.id, true, { keepsVolumes: true });
    const removed = retryEngine(remove, this.#ended.signal);
    this.#pace.follow(removed);
    await removed;
    return 'absent';
  }
}
