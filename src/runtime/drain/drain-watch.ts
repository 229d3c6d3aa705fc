import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import type { Clock } from '../../domain/ports.ts';
import { countMembers } from '../../domain/removal/collection.ts';
import { isDone, isKept, memberKey, type Topology, topologyState } from '../../domain/topology/topology.ts';
import type { DrainProgress } from '../../protocol/agent-service.ts';
import type { AgentState } from '../agent-state.ts';

interface DrainWatchOptions {
  readonly state: AgentState;
  readonly clock: Clock;
  readonly budgetMs: number;
  readonly onProgress: (progress: DrainProgress) => void;
}

const isSettled = (topology: Topology): boolean =>
  topology.members.every((member) => isDone(member) || member.state === 'failed');

/** Reports each topology whose last member is removed or has failed, until it is disposed of. */
export class DrainWatch implements Disposable {
  readonly #options: DrainWatchOptions;
  readonly #startedAt: number;
  readonly #unsubscribe: () => void;
  /** What was removed, or left to others, since the drain began: earlier removals are not the drain's. */
  readonly #gone = new Set<string>();

  constructor(options: DrainWatchOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#unsubscribe = options.state.subscribe((event) => this.#take(event));
  }

  [Symbol.dispose](): void {
    this.#unsubscribe();
  }

  #take(event: JournalEvent): void {
    if (event.type !== 'removed' && event.type !== 'failed' && event.type !== 'kept') return;
    const { state, clock, budgetMs, onProgress } = this.#options;
    const topology = state.ledger.topologies.get(event.topology);
    if (event.type !== 'failed') this.#gone.add(`${event.topology} ${event.member}`);
    if (topology === undefined || !isSettled(topology)) return;
    const told = topology.members.filter(
      (member) => member.state === 'failed' || this.#gone.has(`${topology.id} ${memberKey(member)}`),
    );
    const reached = topologyState(topology);
    const kept = told.filter(isKept);
    const counted = told.filter(
      (member) => !isKept(member) && (member.state === 'failed') === (reached === 'failed'),
    );
    const elapsedMs = clock.now() - this.#startedAt;
    onProgress({
      topology: topology.id,
      name: topology.name,
      state: reached,
      members: countMembers(counted),
      ...(kept.length > 0 && { kept: countMembers(kept) }),
      left: { topologies: state.ledger.pending.size, ...state.ledger.left },
      elapsedMs,
      remainingMs: Math.max(0, budgetMs - elapsedMs),
    });
  }
}
