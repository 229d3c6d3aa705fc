"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.grouped = grouped;
/** Groups items with the same key, in the order in which the keys first occur. `Map.groupBy` needs a Node newer than 20. */
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
