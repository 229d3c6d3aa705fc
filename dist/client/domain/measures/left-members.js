"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.layersOf = exports.isRunning = exports.countLeftOf = exports.leftOf = void 0;
const topology_ts_1 = require("../topology/topology.js");
/** The members of a kind that a topology still has. */
const leftOf = (topology, kind) => topology.members.filter((member) => member.kind === kind && !(0, topology_ts_1.isDone)(member));
exports.leftOf = leftOf;
/** The number of members of a kind that topologies still have in total. */
const countLeftOf = (topologies, kind) => topologies.reduce((sum, topology) => sum + (0, exports.leftOf)(topology, kind).length, 0);
exports.countLeftOf = countLeftOf;
const isRunning = (topology) => topology.members.some((member) => (0, topology_ts_1.isStopping)(member) && !(0, topology_ts_1.isDone)(member) && member.stoppedAt === undefined);
exports.isRunning = isRunning;
/** The size of a topology's writable layers, in bytes. */
const layersOf = (topology, layerBytes) => (0, exports.leftOf)(topology, 'container').reduce((sum, { id }) => sum + (layerBytes.get(id) ?? 0), 0);
exports.layersOf = layersOf;
