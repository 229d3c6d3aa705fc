import type { EngineMember } from '../../../domain/engine.ts';
import { isMeantBy } from '../../../domain/topology/member-ref.ts';

/** How members of a kind are looked at. */
interface Look<M extends EngineMember> {
  /** By what can stand in a path of the API. */
  readonly inspect: (ref: string) => Promise<M | undefined>;
  readonly list: () => Promise<M[]>;
  /** `true`: a list tells as much as an inspection. */
  readonly isWholeInList?: boolean;
}

/**
 * Whether a reference can stand in a path of the API: of `a/../b` the engine's router would make something else. What can't is
 * looked for in the engine's lists.
 */
const isAskable = (ref: string): boolean =>
  ref.split('/').every((segment) => !['', '.', '..'].includes(segment));

/** One member by its id, the beginning of its id (12 digits or more) or its name. */
export async function findByReference<M extends EngineMember>(
  ref: string,
  { inspect, list, isWholeInList = false }: Look<M>,
): Promise<M | undefined> {
  const listed = isAskable(ref) ? undefined : (await list()).find(({ name }) => name === ref);
  if (listed !== undefined && isWholeInList) return listed;
  if (listed === undefined && !isAskable(ref)) return undefined;
  const found = await inspect(listed?.id ?? ref);
  return found !== undefined && isMeantBy(ref, found) ? found : undefined;
}
