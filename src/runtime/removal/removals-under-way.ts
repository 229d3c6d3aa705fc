import { describeError } from '../../domain/errors.ts';
import { causeOf } from '../../domain/leaks/cause-of.ts';
import { LeakError } from '../../domain/leaks/leak-cause.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { remember } from '../../domain/remember.ts';
import { whyLate } from '../../domain/removal/effort.ts';
import {
  graceOf,
  identityOf,
  isDone,
  type Member,
  memberKey,
  type Topology,
} from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { currentMember } from '../current-member.ts';
import { unlessAborted } from '../engine-retry.ts';
import type { Efforts } from './efforts.ts';
import { UsedByOthers } from './kinds/network-holders.ts';
import { type RemovalLimit, removePatiently } from './patient-removal.ts';

interface UnderWayOptions {
  readonly state: AgentState;
  readonly efforts: Efforts;
  readonly clock: Clock;
  readonly log: Log;
}

/** How a removal ended; `otherwise`: the member went by itself, or by a removal that was already under way. */
export type Ending = 'removed' | 'otherwise' | 'kept' | 'failed';

/** A removal resolves with this if there was nothing left to remove. */
export const GONE = 'gone';

/** Those that name the same member go within one or a few collections. */
const MOST_GONE = 10_000;

interface Removal {
  readonly ending: Promise<Ending>;
  readonly isPatient: boolean;
}

/** The removals under way, one per member, whatever collections want it; each is recorded as it ends. */
export class RemovalsUnderWay {
  readonly #options: UnderWayOptions;
  readonly #removals = new Map<string, Removal>();
  /** The removals that can only wait until others let go. */
  readonly #hoping = new Set<string>();
  /** What was removed last, by its identity. */
  readonly #gone = new Map<string, true>();

  constructor(options: UnderWayOptions) {
    this.#options = options;
  }

  /** True if nothing happens any more but to wait until others let go, or until an engine answers again. */
  get onlyHope(): boolean {
    const { efforts } = this.#options;
    return [...this.#removals.keys()].every((key) => this.#hoping.has(key) || efforts.isUnreached(key));
  }

  /**
   * Carries out a removal and records how it ended, or joins the one under way. Never rejects, so that a failure stops
   * no other removal.
   * @param remove resolves with `GONE` if there was nothing to remove
   */
  async settle(
    topology: Topology,
    member: Member,
    limit: RemovalLimit,
    remove: () => Promise<unknown>,
  ): Promise<Ending> {
    const key = `${topology.id} ${memberKey(member)}`;
    for (;;) {
      const known = this.#removals.get(key);
      if (known === undefined) return this.#begin(key, topology, member, limit, remove);
      const ending = await unlessAborted(known.ending, limit.signal).catch(() => 'failed' as const);
      if (ending === 'removed') return 'otherwise';
      // The request that began it had less time, or no patience.
      if (ending !== 'failed' || limit.signal.aborted || !limit.isPatient || known.isPatient) return ending;
    }
  }

  #begin(
    key: string,
    topology: Topology,
    member: Member,
    limit: RemovalLimit,
    remove: () => Promise<unknown>,
  ): Promise<Ending> {
    const ending = this.#carryOut(key, topology, member, limit, remove).finally(() => {
      this.#removals.delete(key);
      this.#hoping.delete(key);
    });
    this.#removals.set(key, { ending, isPatient: limit.isPatient });
    return ending;
  }

  async #carryOut(
    key: string,
    topology: Topology,
    member: Member,
    limit: RemovalLimit,
    remove: () => Promise<unknown>,
  ): Promise<Ending> {
    const { state, efforts, clock, log } = this.#options;
    const event = { topology: topology.id, member: memberKey(member) };
    const isOver = () => isDone(currentMember(state, topology, member));
    try {
      if (isOver()) return 'otherwise';
      const answer = await this.#patiently(key, topology, member, limit, remove);
      efforts.forget(topology, member);
      if (isOver()) return 'otherwise';
      state.record({ type: 'removed', at: clock.now(), ...event });
      return answer === GONE || !this.#isFirstOf(member) ? 'otherwise' : 'removed';
    } catch (error) {
      if (error instanceof UsedByOthers && member.shared) {
        state.record({ type: 'kept', at: clock.now(), ...event, reason: error.message });
        return 'kept';
      }
      log.warn(`${member.kind} ${member.name} could not be removed`, { topology: topology.id, error });
      const words = { error: describeError(error), cause: causeOf(error) };
      state.record({ type: 'failed', at: clock.now(), ...event, ...words });
      return 'failed';
    }
  }

  /** Whether this is the first answered removal of that very member: the engine reports it as gone to each topology. */
  #isFirstOf(member: Member): boolean {
    const identity = identityOf(member);
    if (this.#gone.has(identity)) return false;
    remember(this.#gone, identity, true, MOST_GONE);
    return true;
  }

  #patiently(
    key: string,
    topology: Topology,
    member: Member,
    limit: RemovalLimit,
    remove: () => Promise<unknown>,
  ): Promise<unknown> {
    const { clock, log } = this.#options;
    return removePatiently({
      remove,
      limit,
      clock,
      isFinal: (error) => error instanceof UsedByOthers && member.shared === true,
      onPause: (error, looks) => {
        this.#hoping.add(key);
        if (looks !== 1) return;
        const words = `${member.kind} ${member.name} is looked at again, until the time is up`;
        log.info(`${words}: ${describeError(error)}`, { topology: topology.id });
      },
      late: () => this.#late(topology, member),
    });
  }

  #late(topology: Topology, member: Member): LeakError {
    const { state, efforts, clock } = this.#options;
    const now = currentMember(state, topology, member);
    const effort = efforts.of(topology, member);
    return new LeakError('out-of-time', whyLate(now, graceOf(topology, member), effort, clock.now()));
  }
}
