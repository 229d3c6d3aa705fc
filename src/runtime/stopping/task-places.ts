import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { SwarmNodes } from '../../domain/ports.ts';
import type { ServiceTask } from '../../domain/swarm.ts';
import { grouped } from '../../domain/text/grouped.ts';
import type { MemberOf } from '../../domain/topology/topology.ts';

/** An engine that is asked for the containers of a service. */
export interface Place {
  readonly name: string;
  readonly engine: Engine;
  /** The tasks that the service has on that node; absent for the node of the agent's own engine. */
  readonly tasks?: readonly ServiceTask[];
}

/** Tasks on one node whose engine is not asked. */
export interface Unasked {
  readonly tasks: readonly ServiceTask[];
  /** Words that follow the node's name. */
  readonly why: string;
}

export interface Places {
  readonly reached: readonly Place[];
  readonly others: readonly Unasked[];
}

const NO_WAY =
  'the agent has no way to its engine, and the manager forgets a task before its container has gone';

interface PlacesParts {
  /** Absent if the agent reaches no node but its own. */
  readonly swarmNodes?: SwarmNodes | undefined;
}

/** The engines of other nodes that have tasks of a service, and the tasks whose node is not asked. Opens the ways; never rejects. */
export async function placesOf({ swarmNodes }: PlacesParts, member: MemberOf<'service'>): Promise<Places> {
  const elsewhere = (member.tasks ?? []).filter(({ isHere }) => !isHere);
  const reached: Place[] = [];
  const others: Unasked[] = [];
  const byNode = grouped(elsewhere, ({ nodeId }) => nodeId).map(async (tasks) => {
    const [{ nodeId: id, node: hostname, address = '' } = { nodeId: '', node: '' }] = tasks;
    try {
      const found = await swarmNodes?.engineOf({ id, hostname, address });
      if (found === undefined) others.push({ tasks, why: NO_WAY });
      else reached.push({ name: hostname, engine: found, tasks });
    } catch (error) {
      others.push({ tasks, why: describeError(error) });
    }
  });
  await Promise.all(byNode);
  return { reached, others };
}
