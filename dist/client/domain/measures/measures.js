"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.measuresOf = void 0;
exports.limitOn = limitOn;
const readings_ts_1 = require("./readings.js");
/** The inputs that readings are compared with, each with the limit that it comes to. */
const LIMIT_OF = {
    'disk-threshold': 'disk',
    'memory-threshold': 'memory',
    'cpu-threshold': 'cpu',
    'idle-collect': 'idle',
    'container-threshold': 'containers',
    'network-threshold': 'networks',
};
const spaces = (input, readings) => readings.flatMap((space) => (0, readings_ts_1.suppliesOf)(space).map(({ unit, free: value, total, perByte }) => ({
    ...{ input, of: space.of, unit, value, total, perByte },
})));
const other = (input, of, unit, value) => value === undefined ? [] : [{ input, of, unit, value }];
/** What readings hold, in the order in which they are told; nothing of what could not be read. */
const measuresOf = ({ disk, memory, cpu, busyPercent, containers, networks }) => [
    ...spaces('disk-threshold', disk),
    ...spaces('memory-threshold', memory),
    ...other('cpu-threshold', cpu?.by ?? 'pressure', 'percent', cpu?.percent),
    ...other('idle-collect', 'busy', 'percent', busyPercent),
    ...other('container-threshold', 'containers', 'count', containers),
    ...other('network-threshold', 'networks', 'count', networks),
];
exports.measuresOf = measuresOf;
/** Where the input's limit lies, in the measure's own unit; `undefined` where it is off. */
function limitOn(limits, { input, total = 0, perByte = 1 }) {
    const limit = limits[LIMIT_OF[input]];
    switch (limit.kind) {
        case 'used':
            return total * (1 - limit.percent / 100);
        case 'free':
            return limit.bytes * perByte;
        case 'percent':
            return limit.percent;
        case 'count':
            return limit.count;
        default:
            return undefined;
    }
}
