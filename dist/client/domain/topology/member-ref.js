"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isMeantBy = void 0;
/** As long as `docker ps` shows an id. */
const SHORT_ID = 12;
/** What has an id beside its name, of which the beginning may be written. A volume's name is all that it has. */
const hasId = (kind) => kind === 'container' || kind === 'network';
/**
 * Whether a reference means a member: by its name, its id, or the first 12 digits of that or more. Of fewer the engine finds
 * something as well: where no `db` is left, `db` would be a stranger whose id happens to begin so.
 */
const isMeantBy = (ref, { kind, id, name }) => ref === name || ref === id || (hasId(kind) && ref.length >= SHORT_ID && id.startsWith(ref));
exports.isMeantBy = isMeantBy;
