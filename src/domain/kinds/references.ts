import type { Facts } from './kind.ts';

/** The length of an id in `docker ps`. */
const SHORT_ID = 12;

/**
 * The least digits of an id prefix: a shorter name, such as `db` or `fe`, is too often the beginning of a stranger's id by
 * chance.
 */
const TELLING = 4;

const DIGITS = /^[0-9a-f]+$/;

/** Whether a reference can only mean a name, although an engine would take it for the beginning of an id as well. */
export const isNameLikeId = (ref: string): boolean => ref.length < SHORT_ID && DIGITS.test(ref);

/** Whether a reference that is no name was most likely meant as the beginning of that id. */
export const isBeginningOf = (ref: string, id: string): boolean =>
  ref.length >= TELLING && isNameLikeId(ref) && id.startsWith(ref);

type Named = Pick<Facts, 'id' | 'name'>;

export const isNamed = (ref: string, { id, name }: Named): boolean => ref === name || ref === id;

/** The engine also accepts shorter prefixes: if `db` is gone, `db` would match a stranger whose id begins so. */
export const isShortIdOf = (ref: string, { id }: Named): boolean =>
  ref.length >= SHORT_ID && id.startsWith(ref);

/** Whether one of the names, ids or beginnings of ids means a member that has an id beside its name. */
export const isAmong = (list: readonly string[], member: Named): boolean =>
  list.some((ref) => isNamed(ref, member) || isShortIdOf(ref, member));

/** A reference with a control character, such as a line break, means several references or none. */
const CONTROLS = /\p{Cc}/u;

/**
 * Says in words what a reference to something on the engine takes, if the reference is not valid.
 * @param oneEach the command line that hands over many
 */
export function whyNoName(ref: string, oneEach: string, mayHaveBlanks = false): string | undefined {
  if (ref.trim() === '')
    return 'takes a name or an id, and is blank: see whether the variable or the command that gives it is empty';
  if (CONTROLS.test(ref) || (!mayHaveBlanks && /\s/.test(ref)))
    return `takes one name or id, without blanks and line breaks; give each of several its own option: ${oneEach}`;
  return undefined;
}
