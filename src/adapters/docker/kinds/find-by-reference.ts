import { type EngineMember, UnclearRef } from '../../../domain/engine.ts';
import { isBeginningOf, isNameLikeId } from '../../../domain/kinds/references.ts';
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

/**
 * One member by its id, the beginning of its id (12 digits or more) or its name. Of a name that can't stand in a path, or that an
 * engine would take for the beginning of an id, the engine's list tells the id.
 * @throws UnclearRef where no name is like that, and an id begins so: it is too short to tell whose
 */
export async function findByReference<M extends EngineMember>(
  ref: string,
  { inspect, list, isWholeInList = false }: Look<M>,
): Promise<M | undefined> {
  if (isAskable(ref) && (isWholeInList || !isNameLikeId(ref))) return meant(ref, await inspect(ref));
  const all = await list();
  const listed = all.find(({ name }) => name === ref);
  if (listed !== undefined) return isWholeInList ? listed : meant(ref, await inspect(listed.id));
  const other = all.find(({ id }) => isBeginningOf(ref, id));
  if (other !== undefined) throw new UnclearRef(other.kind, ref, other);
  return undefined;
}

const meant = <M extends EngineMember>(ref: string, found: M | undefined): M | undefined =>
  found !== undefined && isMeantBy(ref, found) ? found : undefined;
