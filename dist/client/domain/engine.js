"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.EngineError = void 0;
/** What the engine said when it did not do what it was asked, in its own words. */
class EngineError extends Error {
    name = 'EngineError';
    fault;
    constructor(fault, message, cause) {
        super(message, { cause });
        this.fault = fault;
    }
}
exports.EngineError = EngineError;
