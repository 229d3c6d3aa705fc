"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isKnownAs = exports.isUnsure = void 0;
const kinds_ts_1 = require("../kinds/kinds.js");
const topology_ts_1 = require("./topology.js");
/** True of what was named and is not taken, as nobody can say whose it is: why is its error. */
const isUnsure = ({ state, error }) => state === 'absent' && error !== undefined;
exports.isUnsure = isUnsure;
/** What was removed and whose id can be taken again is another one from then on, also where the engine can't tell the two apart. */
const isGone = ({ kind, state = 'leased', error }) => (0, kinds_ts_1.kindOf)(kind).isStill !== undefined &&
    state === 'removed' &&
    !(0, topology_ts_1.isKept)({ state, ...(error !== undefined && { error }) });
/** Whether what is there now is a member that was taken before. What was not taken then may be taken now. */
const isKnownAs = (known, member) => known.state !== 'absent' && !isGone(known) && (0, topology_ts_1.isSameMember)(known, member);
exports.isKnownAs = isKnownAs;
