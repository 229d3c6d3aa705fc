import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import {
  graceOf,
  isDone,
  type MemberKey,
  type MemberOf,
  memberKey,
  membersOf,
  type Topology,
} from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';

interface StopTurnsOptions {
  readonly state: AgentState;
  readonly clock: Clock;
  readonly log: Log;
}

/** The engine's time to answer, beyond the grace of the container that the turn waits for, in ms. */
const SLACK_MS = 2_000;

interface Pending {
  readonly topology: Topology;
  readonly member: MemberOf<'container'>;
}

/** Lets a container that others need stop after them: each of these delays it by at most its own grace. */
export class StopTurns {
  readonly #options: StopTurnsOptions;
  /** Containers that wait, and whether their grace was cut meanwhile. */
  readonly #waiting = new Map<string, { isCut: boolean }>();

  constructor(options: StopTurnsOptions) {
    this.#options = options;
  }

  /** Cuts the grace of a container that waits for its turn; `false` if it does not wait. */
  cut(id: string): boolean {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) waiting.isCut = true;
    return waiting !== undefined;
  }

  /**
   * Resolves when all that need the container have stopped, failed to, or used up their time; at once if none needs it.
   * @param mostMs resolves after this time in any case
   * @returns whether the grace of the container was cut meanwhile
   */
  async turn(
    member: MemberOf<'container'>,
    signal: AbortSignal,
    mostMs = Number.POSITIVE_INFINITY,
  ): Promise<boolean> {
    if (this.#dependents(member).length === 0) return false;
    const waiting = this.#waiting.get(member.id) ?? { isCut: false };
    this.#waiting.set(member.id, waiting);
    try {
      await this.#untilFree(member, signal, mostMs);
    } finally {
      if (this.#waiting.get(member.id) === waiting) this.#waiting.delete(member.id);
    }
    return waiting.isCut;
  }

  async #untilFree(member: MemberOf<'container'>, signal: AbortSignal, mostMs: number): Promise<void> {
    const { state, clock, log } = this.#options;
    const over = new AbortController();
    const ends = AbortSignal.any([signal, over.signal]);
    const look = () => {
      if (this.#dependents(member).every(hasFailed)) over.abort();
    };
    const keys = keysOf(member);
    const unsubscribe = state.subscribe((event) => {
      if ('member' in event && keys.has(event.member)) look();
    });
    try {
      look();
      await clock.sleep(Math.min(this.#boundMs(member), mostMs), ends);
      if (!ends.aborted)
        log.warn(`container ${member.name} is asked to stop before all that need it have stopped`, {
          waitedFor: this.#dependents(member).map((dependent) => dependent.member.name),
        });
    } finally {
      unsubscribe();
    }
  }

  /** Containers in any topology that need this one and have not stopped yet. */
  #dependents(member: MemberOf<'container'>): Pending[] {
    if (member.stopsAfter === undefined) return [];
    const keys = keysOf(member);
    return pendingTopologies(this.#options.state.ledger).flatMap((topology) =>
      membersOf(topology, 'container')
        .filter((other) => keys.has(memberKey(other)) && !isDone(other) && other.stoppedAt === undefined)
        .map((other) => ({ topology, member: other })),
    );
  }

  /** They wait for their own turns, and never in a circle (`orderStops`). */
  #boundMs(member: MemberOf<'container'>): number {
    const bounds = this.#dependents(member).map(
      (dependent) =>
        this.#boundMs(dependent.member) + graceOf(dependent.topology, dependent.member) + SLACK_MS,
    );
    return Math.max(0, ...bounds);
  }
}

const keysOf = ({ stopsAfter = [] }: MemberOf<'container'>): ReadonlySet<MemberKey> =>
  new Set(stopsAfter.map((id) => memberKey({ kind: 'container', id })));

const hasFailed = ({ member }: Pending): boolean => member.state === 'failed';
