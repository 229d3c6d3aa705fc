"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isKnownAs = exports.isUnsure = void 0;
const kinds_ts_1 = require("../kinds/kinds.js");
const topology_ts_1 = require("./topology.js");
/** True for a named member that was not taken because its owner is unknown; its error says why. */
const isUnsure = ({ state, error }) => state === 'absent' && error !== undefined;
exports.isUnsure = isUnsure;
/** After a removal, an object that reuses the id is another member, even if the engine can't tell the two apart. */
const isGone = ({ kind, state = 'leased', error }) => (0, kinds_ts_1.kindOf)(kind).isStill !== undefined &&
    state === 'removed' &&
    !(0, topology_ts_1.isKept)({ state, ...(error !== undefined && { error }) });
/** Whether the object that is there now is a member that was taken before. A member that was not taken then may be taken now. */
const isKnownAs = (known, member) => known.state !== 'absent' && !isGone(known) && (0, topology_ts_1.isSameMember)(known, member);
exports.isKnownAs = isKnownAs;
