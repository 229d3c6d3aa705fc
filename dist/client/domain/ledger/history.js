"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.NO_HISTORY = void 0;
exports.countRemoved = countRemoved;
const collection_ts_1 = require("../removal/collection.js");
const topology_ts_1 = require("../topology/topology.js");
exports.NO_HISTORY = { topologies: 0, removed: collection_ts_1.NO_MEMBERS, oneByOneMs: 0, collections: 0 };
/** Members that are gone, without those that were left to others. A member that several topologies name counts once. */
function countRemoved(topologies) {
    const gone = new Map();
    for (const { members } of topologies)
        for (const member of members)
            if (member.state === 'removed' && member.error === undefined)
                gone.set((0, topology_ts_1.identityOf)(member), member);
    return (0, collection_ts_1.countMembers)(gone.values());
}
