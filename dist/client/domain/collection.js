"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.NO_MEMBERS = exports.TRIGGERS = void 0;
exports.addCounts = addCounts;
exports.subtractCounts = subtractCounts;
exports.countMembers = countMembers;
exports.countTriggers = countTriggers;
/** Why a collection ran. */
exports.TRIGGERS = [
    'disk',
    'memory',
    'cpu',
    'containers',
    'networks',
    'age',
    'idle',
    'ahead',
    'request',
    'drain',
    'recovery',
    'sweep',
];
exports.NO_MEMBERS = { containers: 0, networks: 0, volumes: 0 };
const COUNTED = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'links',
    path: 'paths',
    image: 'images',
};
function addCounts(a, b) {
    const sum = { ...a };
    for (const name of Object.values(COUNTED))
        if (b[name] !== undefined)
            sum[name] = (a[name] ?? 0) + b[name];
    return sum;
}
/** What is left of `a` without `b`, which is a part of it. */
function subtractCounts(a, b) {
    const { links = 0, paths = 0, ...rest } = a;
    const left = { links: links - (b.links ?? 0), paths: paths - (b.paths ?? 0) };
    return {
        containers: rest.containers - b.containers,
        networks: rest.networks - b.networks,
        volumes: rest.volumes - b.volumes,
        ...(left.links > 0 && { links: left.links }),
        ...(left.paths > 0 && { paths: left.paths }),
    };
}
/** How many of each kind there are. */
function countMembers(members) {
    const counts = { ...exports.NO_MEMBERS };
    for (const { kind } of members)
        counts[COUNTED[kind]] = (counts[COUNTED[kind]] ?? 0) + 1;
    return counts;
}
/** How many collections each trigger has begun, in the order in which they first did. */
function countTriggers(collections) {
    const times = new Map();
    for (const { trigger } of collections)
        times.set(trigger, (times.get(trigger) ?? 0) + 1);
    return times;
}
