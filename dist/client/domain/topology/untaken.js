"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.canBeAsked = exports.isOpen = exports.MOST_UNTAKEN = void 0;
/** The number of entries that are kept whole; the rest is only counted. */
exports.MOST_UNTAKEN = 1_000;
/** True while a part of it is neither taken nor known to belong to somebody else. */
const isOpen = ({ members, selectors, unread }) => members.length + selectors.length + unread.length > 0;
exports.isOpen = isOpen;
/** True if the engine or the host can be asked for a part of it. */
const canBeAsked = ({ members, selectors }) => members.length + selectors.length > 0;
exports.canBeAsked = canBeAsked;
