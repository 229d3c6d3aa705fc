"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.limitOn = limitOn;
/** The position of a limit, in the unit of the amount; `undefined` if it is off. */
function limitOn(limit, { total = 0, perByte = 1 }) {
    switch (limit.kind) {
        case 'used':
            return total * (1 - limit.percent / 100);
        case 'free':
            return limit.bytes * perByte;
        case 'percent':
            return limit.percent;
        case 'count':
            return limit.count;
        case 'duration':
            return limit.ms;
        case 'off':
            return undefined;
    }
}
