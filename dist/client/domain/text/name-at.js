"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.nameAt = void 0;
/** `east/web`: the name of a member behind that of its engine, if the session has several engines. */
const nameAt = ({ name, site, }) => (site === undefined ? name : `${site}/${name}`);
exports.nameAt = nameAt;
