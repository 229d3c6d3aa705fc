import type { Engine } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import { grouped } from '../../domain/text/grouped.ts';
import type { MemberFacts } from '../../domain/topology/topology.ts';

interface WithTasks<M> {
  /** All members, the services with their tasks. */
  readonly members: readonly M[];
  /** The services whose tasks the manager did not list, each with the reason. */
  readonly failed: ReadonlyMap<M, string>;
}

/**
 * Adds to services the tasks that they have now: after a service is deleted, the manager forgets them. One list for all
 * services of an engine.
 */
export async function withTasks<M extends MemberFacts>(
  members: readonly M[],
  engine: Pick<Engine, 'at'>,
): Promise<WithTasks<M>> {
  const services = members.filter(({ kind }) => kind === 'service');
  const told = new Map<M, M>();
  const failed = new Map<M, string>();
  const list = async (here: readonly M[]) => {
    try {
      const listed = await engine.at(here[0]?.site).tasks({ services: here.map(({ id }) => id) });
      for (const member of here) {
        const tasks = listed
          .filter(({ service }) => service === member.id)
          .map(({ service: _, downSince: __, ...task }) => task);
        told.set(member, tasks.length > 0 ? { ...member, tasks } : member);
      }
    } catch (error) {
      for (const member of here) failed.set(member, describeError(error));
    }
  };
  await Promise.all(grouped(services, ({ site = '' }) => site).map(list));
  return { members: members.map((member) => told.get(member) ?? member), failed };
}
