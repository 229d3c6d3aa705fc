"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isKnownAs = exports.isUnsure = void 0;
const topology_ts_1 = require("./topology.js");
/** True of what was named and is not taken, as nobody can say whose it is: why is its error. */
const isUnsure = ({ state, error }) => state === 'absent' && error !== undefined;
exports.isUnsure = isUnsure;
/** A volume's name that is taken again is another volume, also where the engine can't tell the two apart. */
const isGoneVolume = ({ kind, state = 'leased', error }) => kind === 'volume' && state === 'removed' && !(0, topology_ts_1.isKept)({ state, ...(error !== undefined && { error }) });
/** Whether what is there now is a member that was taken before. What was not taken then may be taken now. */
const isKnownAs = (known, member) => known.state !== 'absent' && !isGoneVolume(known) && (0, topology_ts_1.isSameMember)(known, member);
exports.isKnownAs = isKnownAs;
