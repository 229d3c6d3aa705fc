import type { Engine } from '../../domain/engine.ts';
import type { Clock } from '../../domain/ports.ts';
import type { ListedTask, ServiceTask, UnconfirmedNode } from '../../domain/swarm.ts';
import { grouped } from '../../domain/text/grouped.ts';
import type { MemberOf } from '../../domain/topology/topology.ts';
import { retryEngine } from '../engine-retry.ts';
import { growingPauses } from '../removal/patient-removal.ts';
import { SharedTaskList } from './shared-task-list.ts';

interface TasksElsewhereOptions {
  readonly engine: Engine;
  readonly clock: Clock;
}

/** The longest time between two looks at so few tasks, in ms: of more, all tasks of the Swarm are listed. */
const LOOK_MS = 400;
const FEW = 50;

const NO_WAY =
  'the agent has no way to its engine, and the manager forgets a task before its container has gone';

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
   * @returns the nodes of which it is not known whether containers are left
   * @throws EngineError; the signal's reason if the signal fires first
   */
  async untilForgotten(
    member: MemberOf<'service'>,
    tasks: readonly ServiceTask[],
    signal: AbortSignal,
  ): Promise<UnconfirmedNode[]> {
    if (tasks.length === 0) return [];
    const ids = tasks.map(({ id }) => id);
    for (const pauseMs of growingPauses()) {
      const shared = await retryEngine(() => this.#list.tasks(member.site, ids), signal);
      const listed = ids.flatMap((id) => shared.get(id) ?? []);
      if (listed.every(({ downSince }) => downSince !== undefined)) return unconfirmed(tasks, listed);
      await this.#clock.sleep(ids.length > FEW ? pauseMs : Math.min(pauseMs, LOOK_MS), signal);
      signal.throwIfAborted();
    }
    return [];
  }
}

function unconfirmed(tasks: readonly ServiceTask[], listed: readonly ListedTask[]): UnconfirmedNode[] {
  const down = new Map(listed.map(({ nodeId, downSince }) => [nodeId, downSince]));
  return grouped(tasks, ({ nodeId }) => nodeId).map((onNode) => {
    const { nodeId = '', node = '' } = onNode[0] ?? {};
    const since = down.get(nodeId);
    return {
      node,
      tasks: onNode.length,
      why: since === undefined ? NO_WAY : `it is down since ${since}`,
    };
  });
}
