import * as z from 'zod/mini';
import {
  type ListedTask,
  SERVICE_ID_LABEL,
  type TaskContainer,
  type TasksAsked,
} from '../../../domain/swarm.ts';
import { isAbsent } from '../engine-answers.ts';
import { readContainers } from '../kinds/engine-container.ts';
import type { Conversation } from '../kinds/engine-kind.ts';
import { read } from '../read-answer.ts';
import { askManager } from './ask-manager.ts';
import { listNodes } from './list-nodes.ts';

const taskList = z.array(
  z.object({
    ID: z.string(),
    ServiceID: z.nullish(z.string()),
    NodeID: z.nullish(z.string()),
    Status: z.nullish(
      z.object({ ContainerStatus: z.nullish(z.object({ ContainerID: z.nullish(z.string()) })) }),
    ),
  }),
);

const stateList = z.array(z.object({ Id: z.string(), State: z.nullish(z.string()) }));

type Filters = Readonly<Record<string, readonly string[]>>;

/** More ids than this in one request would make its line too long. */
const MOST_IN_FILTER = 50;

const filtersFor = (asked: TasksAsked): Filters => {
  const [name, ids] = 'services' in asked ? ['service', asked.services] : ['id', asked.tasks];
  return ids.length > MOST_IN_FILTER ? {} : { [name]: ids };
};

const ask = async (
  { docker, abortSignal }: Conversation,
  filters: Filters,
): Promise<z.infer<typeof taskList>> =>
  read(taskList, await docker.listTasks({ filters, abortSignal } as object));

/** A manager refuses the whole list if one of the services is gone: all tasks are listed then. */
async function listed(talk: Conversation, asked: TasksAsked) {
  try {
    return await ask(talk, filtersFor(asked));
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return ask(talk, {});
  }
}

/** The tasks that a node has taken: three requests at most, however many there are. */
export async function listTasks(talk: Conversation, asked: TasksAsked): Promise<ListedTask[]> {
  const wanted = new Set('services' in asked ? asked.services : asked.tasks);
  const all = (await askManager(talk, () => listed(talk, asked))) ?? [];
  const tasks = all.flatMap(({ ID, ServiceID, NodeID, Status }) => {
    if (!ServiceID || !NodeID || !wanted.has('services' in asked ? ServiceID : ID)) return [];
    const container = Status?.ContainerStatus?.ContainerID;
    return { id: ID, service: ServiceID, nodeId: NodeID, ...(container && { container }) };
  });
  if (tasks.length === 0) return [];
  const nodes = new Map((await listNodes(talk)).map((node) => [node.id, node]));
  return tasks.map((task): ListedTask => {
    const { hostname, address, isHere, downSince } = nodes.get(task.nodeId) ?? {};
    return {
      ...task,
      node: hostname ?? task.nodeId,
      ...(address && { address }),
      ...(isHere && { isHere }),
      ...(downSince !== undefined && { downSince }),
    };
  });
}

export async function listTaskContainers(
  { docker, abortSignal }: Conversation,
  service: string,
): Promise<TaskContainer[]> {
  const filters = { label: [`${SERVICE_ID_LABEL}=${service}`] };
  const answer = await docker.listContainers({ all: true, filters, abortSignal });
  const states = new Map(read(stateList, answer).map(({ Id, State }) => [Id, State]));
  return readContainers(answer).map(({ id, name }) => ({
    ...{ id, name },
    ...(states.get(id) === 'exited' && { hasExited: true }),
  }));
}
