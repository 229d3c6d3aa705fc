"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.canBeAsked = exports.isOpen = exports.MOST_UNTAKEN = void 0;
/** So many are kept whole; of the rest only the number. */
exports.MOST_UNTAKEN = 1_000;
/** True while something of it is neither taken nor known to be somebody else's. */
const isOpen = ({ members, selectors, unread }) => members.length + selectors.length + unread.length > 0;
exports.isOpen = isOpen;
/** True where the engine or the host can be asked for some of it. */
const canBeAsked = ({ members, selectors }) => members.length + selectors.length > 0;
exports.canBeAsked = canBeAsked;
