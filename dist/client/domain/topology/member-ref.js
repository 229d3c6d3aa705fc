"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isMeantBy = exports.isMeant = void 0;
const kinds_ts_1 = require("../kinds/kinds.js");
const references_ts_1 = require("../kinds/references.js");
/** Whether a reference means a member of that kind on that engine. */
const isMeant = ({ kind, ref, site }, member) => kind === member.kind && site === member.site && (0, exports.isMeantBy)(ref, member);
exports.isMeant = isMeant;
/**
 * Whether a reference means a member: by its name, by its id, or, if it has an id beside its name, by the first 12 digits
 * or more of the id.
 */
const isMeantBy = (ref, member) => (0, references_ts_1.isNamed)(ref, member) || ((0, kinds_ts_1.kindOf)(member.kind).hasShortIds && (0, references_ts_1.isShortIdOf)(ref, member));
exports.isMeantBy = isMeantBy;
