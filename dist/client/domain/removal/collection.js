"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.subtractCounts = exports.addCounts = exports.COUNT_NAMES = exports.NO_MEMBERS = exports.TRIGGERS = void 0;
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
/** By which name members of a kind are counted. */
const COUNTED = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'links',
    path: 'paths',
    image: 'images',
};
exports.COUNT_NAMES = Object.values(COUNTED);
/** Made of a number for each name; those that may be absent are where they are 0. */
function toCounts(count) {
    const counts = exports.COUNT_NAMES.map((name) => [name, count(name)]);
    return { ...exports.NO_MEMBERS, ...Object.fromEntries(counts.filter(([, number]) => number > 0)) };
}
const addCounts = (a, b) => toCounts((name) => (a[name] ?? 0) + (b[name] ?? 0));
exports.addCounts = addCounts;
/** What is left of `a` without `b`, which is a part of it. */
const subtractCounts = (a, b) => toCounts((name) => (a[name] ?? 0) - (b[name] ?? 0));
exports.subtractCounts = subtractCounts;
/** How many of each kind there are. */
function countMembers(members) {
    const numbers = new Map();
    for (const { kind } of members)
        numbers.set(COUNTED[kind], (numbers.get(COUNTED[kind]) ?? 0) + 1);
    return toCounts((name) => numbers.get(name) ?? 0);
}
/** How many collections each trigger has begun, in the order in which they first did. */
function countTriggers(collections) {
    const times = new Map();
    for (const { trigger } of collections)
        times.set(trigger, (times.get(trigger) ?? 0) + 1);
    return times;
}
