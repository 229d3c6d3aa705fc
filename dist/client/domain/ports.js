"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.HostError = void 0;
/** Why something on the host is not removed, as words that follow its name and a colon. */
class HostError extends Error {
    name = 'HostError';
    fault;
    constructor(fault, message) {
        super(message);
        this.fault = fault;
    }
}
exports.HostError = HostError;
