import type { Engine } from '../../domain/engine.ts';
import type { Clock } from '../../domain/ports.ts';
import type { ListedTask, UnconfirmedNode } from '../../domain/swarm.ts';
import type { MemberOf } from '../../domain/topology/topology.ts';
import { retryEngine } from '../engine-retry.ts';
import { growingPauses } from '../removal/patient-removal.ts';
import { SharedTaskList } from './shared-task-list.ts';
import type { Unasked } from './task-places.ts';

interface TasksElsewhereOptions {
  readonly engine: Engine;
  readonly clock: Clock;
}

/** The tasks of a service on nodes whose engines the agent does not reach: only the manager tells of them. */
export class TasksElsewhere {
  readonly #clock: Clock;
  readonly #list: SharedTaskList;

  constructor({ engine, clock }: TasksElsewhereOptions) {
    this.#clock = clock;
    this.#list = new SharedTaskList(engine);
  }

  /**
   * Resolves when the manager lists none of them any more, except on nodes that are down.
   * @returns the nodes, on which it is not known whether containers are left
   * @throws EngineError; the signal's reason if the signal fires first
   */
  async untilForgotten(
    member: MemberOf<'service'>,
    nodes: readonly Unasked[],
    signal: AbortSignal,
  ): Promise<UnconfirmedNode[]> {
    if (nodes.length === 0) return [];
    const ids = nodes.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    for (const pauseMs of growingPauses()) {
      const shared = await retryEngine(() => this.#list.tasks(member.site, ids), signal);
      const listed = ids.flatMap((id) => shared.get(id) ?? []);
      if (listed.every(({ downSince }) => downSince !== undefined)) return unconfirmed(nodes, listed);
      await this.#clock.sleep(pauseMs, signal);
      signal.throwIfAborted();
    }
    return [];
  }
}

function unconfirmed(nodes: readonly Unasked[], listed: readonly ListedTask[]): UnconfirmedNode[] {
  const down = new Map(listed.map(({ nodeId, downSince }) => [nodeId, downSince]));
  return nodes.map(({ tasks, why }) => {
    const { nodeId = '', node = '' } = tasks[0] ?? {};
    const since = down.get(nodeId);
    return { node, tasks: tasks.length, why: since === undefined ? why : `it is down since ${since}` };
  });
}
