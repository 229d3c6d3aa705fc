"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.grouped = grouped;
/** Those with the same key together, in the order in which each key comes first. `Map.groupBy` is younger than Node 20. */
function grouped(all, keyOf) {
    const groups = new Map();
    for (const each of all) {
        const group = groups.get(keyOf(each));
        if (group === undefined)
            groups.set(keyOf(each), [each]);
        else
            group.push(each);
    }
    return [...groups.values()];
}
