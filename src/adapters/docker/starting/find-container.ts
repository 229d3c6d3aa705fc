import type { EngineEndpoint } from '../../../domain/engine.ts';
import { openRoute } from '../connection/engine-route.ts';
import { getJson, UnexpectedStatus } from './engine-request.ts';

const DEADLINE_MS = 5000;

/** A container that an engine knows. */
export interface FoundContainer {
  readonly id: string;
  /** Ids of the networks that it is on. */
  readonly networks: readonly string[];
}

interface Answer {
  readonly Id: string;
  readonly NetworkSettings?: {
    readonly Networks?: Readonly<Record<string, { readonly NetworkID?: string }>> | null;
  };
}

/**
 * The first of some ids, or beginnings of ids, that an engine has a container for; `undefined` if it has none of them.
 * A name that looks like one is no id.
 * @throws Error if the engine does not answer, or says anything else
 */
export async function findContainer(
  engine: EngineEndpoint,
  ids: readonly string[],
): Promise<FoundContainer | undefined> {
  if (ids.length === 0) return undefined;
  await using route = await openRoute(engine, DEADLINE_MS);
  for (const id of ids) {
    const answer = await inspect(route.endpoint, id);
    if (answer?.Id.startsWith(id)) return { id: answer.Id, networks: networksOf(answer) };
  }
  return undefined;
}

async function inspect(engine: EngineEndpoint, id: string): Promise<Answer | undefined> {
  try {
    return (await getJson(engine, `/containers/${id}/json`, DEADLINE_MS)) as Answer;
  } catch (error) {
    if (error instanceof UnexpectedStatus && error.status === 404) return undefined;
    throw error;
  }
}

const networksOf = ({ NetworkSettings }: Answer): string[] =>
  Object.values(NetworkSettings?.Networks ?? {}).flatMap(({ NetworkID }) => (NetworkID ? [NetworkID] : []));
