"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isAmong = exports.isShortIdOf = exports.isNamed = exports.isBeginningOf = exports.isNameLikeId = void 0;
exports.whyNoName = whyNoName;
/** The length of an id in `docker ps`. */
const SHORT_ID = 12;
/**
 * The least digits of an id prefix: a shorter name, such as `db` or `fe`, is too often the beginning of a stranger's id by
 * chance.
 */
const TELLING = 4;
const DIGITS = /^[0-9a-f]+$/;
/** Whether a reference can only mean a name, although an engine would take it for the beginning of an id as well. */
const isNameLikeId = (ref) => ref.length < SHORT_ID && DIGITS.test(ref);
exports.isNameLikeId = isNameLikeId;
/** Whether a reference that is no name was most likely meant as the beginning of that id. */
const isBeginningOf = (ref, id) => ref.length >= TELLING && (0, exports.isNameLikeId)(ref) && id.startsWith(ref);
exports.isBeginningOf = isBeginningOf;
const isNamed = (ref, { id, name }) => ref === name || ref === id;
exports.isNamed = isNamed;
/** The engine also accepts shorter prefixes: if `db` is gone, `db` would match a stranger whose id begins so. */
const isShortIdOf = (ref, { id }) => ref.length >= SHORT_ID && id.startsWith(ref);
exports.isShortIdOf = isShortIdOf;
/** Whether one of the names, ids or beginnings of ids means a member that has an id beside its name. */
const isAmong = (list, member) => list.some((ref) => (0, exports.isNamed)(ref, member) || (0, exports.isShortIdOf)(ref, member));
exports.isAmong = isAmong;
/** A reference with a control character, such as a line break, means several references or none. */
const CONTROLS = /\p{Cc}/u;
/**
 * Says in words what a reference to something on the engine takes, if the reference is not valid.
 * @param oneEach the command line that hands over many
 */
function whyNoName(ref, oneEach, mayHaveBlanks = false) {
    if (ref.trim() === '')
        return 'takes a name or an id, and is blank: see whether the variable or the command that gives it is empty';
    if (CONTROLS.test(ref) || (!mayHaveBlanks && /\s/.test(ref)))
        return `takes one name or id, without blanks and line breaks; give each of several its own option: ${oneEach}`;
    return undefined;
}
