import { type EngineMember, UnclearRef } from '../../../domain/engine.ts';
import { isBeginningOf, isNameLikeId } from '../../../domain/kinds/references.ts';
import { isMeantBy } from '../../../domain/topology/member-ref.ts';

/** How to look up members of a kind. */
interface Look<M extends EngineMember> {
  /** Takes a reference that can stand in a path of the API. */
  readonly inspect: (ref: string) => Promise<M | undefined>;
  readonly list: () => Promise<M[]>;
  /** `true`: a list tells as much as an inspection. */
  readonly isWholeInList?: boolean;
}

/**
 * Whether a reference can stand in a path of the API: the engine's router would turn `a/../b` into something else. The
 * engine's lists are searched for other references.
 */
const isAskable = (ref: string): boolean =>
  ref.split('/').every((segment) => !['', '.', '..'].includes(segment));

/**
 * One member by its id, the beginning of its id (12 digits or more) or its name. If a name can't stand in a path, or an
 * engine would take it for the beginning of an id, the engine's list gives the id.
 * @throws UnclearRef if no name matches and an id begins so: the reference is too short to be sure
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
