import type { MemberFacts } from './topology.ts';

/** As long as `docker ps` shows an id. */
const SHORT_ID = 12;

/** Of fewer digits than that, a name is too often the beginning of a stranger's id by chance: `db`, `fe`. */
const TELLING = 4;

const DIGITS = /^[0-9a-f]+$/;

/** Whether a reference can only mean a name, although an engine would take it for the beginning of an id as well. */
export const isNameLikeId = (ref: string): boolean => ref.length < SHORT_ID && DIGITS.test(ref);

/** Whether a reference that is no name was most likely meant as the beginning of that id. */
export const isBeginningOf = (ref: string, id: string): boolean =>
  ref.length >= TELLING && isNameLikeId(ref) && id.startsWith(ref);

/** What has an id beside its name, of which the beginning may be written. A volume's name is all that it has. */
const hasId = (kind: MemberFacts['kind']): boolean => kind === 'container' || kind === 'network';

/**
 * Whether a reference means a member: by its name, its id, or the first 12 digits of that or more. Of fewer the engine finds
 * something as well: where no `db` is left, `db` would be a stranger whose id happens to begin so.
 */
export const isMeantBy = (
  ref: string,
  { kind, id, name }: Pick<MemberFacts, 'kind' | 'id' | 'name'>,
): boolean => ref === name || ref === id || (hasId(kind) && ref.length >= SHORT_ID && id.startsWith(ref));
