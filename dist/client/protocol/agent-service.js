"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.MOST_ENDING = void 0;
/** The most leases of a status that are named. */
exports.MOST_ENDING = 20;
