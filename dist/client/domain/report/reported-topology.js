"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.reportedMembers = void 0;
/** The members of the topologies that list each member. */
const reportedMembers = (topologies) => topologies.flatMap(({ lives = [] }) => lives);
exports.reportedMembers = reportedMembers;
