"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isMeantBy = void 0;
const kinds_ts_1 = require("../kinds/kinds.js");
const references_ts_1 = require("../kinds/references.js");
/**
 * Whether a reference means a member: by its name, by its id, or, if it has an id beside its name, by the first 12 digits
 * or more of the id.
 */
const isMeantBy = (ref, member) => (0, references_ts_1.isNamed)(ref, member) || ((0, kinds_ts_1.kindOf)(member.kind).hasShortIds && (0, references_ts_1.isShortIdOf)(ref, member));
exports.isMeantBy = isMeantBy;
