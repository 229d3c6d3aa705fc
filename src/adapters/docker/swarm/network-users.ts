import * as z from 'zod/mini';
import { networkAt } from '../connection/docker-client.ts';
import { unlessAbsent } from '../engine-answers.ts';
import type { Conversation } from '../kinds/engine-kind.ts';
import { read } from '../read-answer.ts';
import { askManager } from './ask-manager.ts';

/** Requested with `verbose=true`: the tasks of all nodes that have an endpoint in the network. */
const verboseInspection = z.object({
  Services: z.nullish(
    z.record(z.string(), z.object({ Tasks: z.nullish(z.array(z.object({ Name: z.string() }))) })),
  ),
});

const targets = z.nullish(z.array(z.object({ Target: z.string() })));

const serviceList = z.array(
  z.object({
    ID: z.string(),
    Spec: z.object({ Name: z.string(), Networks: targets, TaskTemplate: z.object({ Networks: targets }) }),
  }),
);

/** dockerode passes options on, and its types don't know that. */
interface InspectedNetwork {
  inspect(options: object): Promise<unknown>;
}

interface User {
  /** The id of a task or a service; a task's name where the name holds no id. */
  readonly id: string;
  readonly name: string;
}

/** `web.1.um88q1psohvuudgpi6ikqo70m`: the id comes last. */
const taskIdOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/**
 * The users of a network of a Swarm beside the containers of this engine: tasks on other nodes that still have an endpoint
 * there, and services that name it.
 * @param here the containers of this engine, which are such tasks too
 */
export async function networkUsers(
  talk: Pick<Conversation, 'docker' | 'swarm' | 'infoAnew' | 'abortSignal'>,
  id: string,
  here: readonly User[],
): Promise<User[]> {
  const { docker, abortSignal } = talk;
  const [shown, services] = await Promise.all([
    unlessAbsent((networkAt(docker, id) as InspectedNetwork).inspect({ verbose: true })),
    askManager(talk, async () => read(serviceList, await docker.listServices({ abortSignal } as object))),
  ]);
  const names = new Set(here.map(({ name }) => name));
  const { Services } = shown === undefined ? {} : read(verboseInspection, shown);
  const tasks = Object.values(Services ?? {})
    .flatMap(({ Tasks }) => Tasks ?? [])
    .filter(({ Name }) => Name !== '' && !names.has(Name))
    .map(({ Name }) => ({ id: taskIdOf(Name), name: Name }));
  const naming = (services ?? []).filter(({ Spec }) =>
    [...(Spec.Networks ?? []), ...(Spec.TaskTemplate.Networks ?? [])].some(({ Target }) => Target === id),
  );
  return [...tasks, ...naming.map(({ ID, Spec }) => ({ id: ID, name: Spec.Name }))];
}
