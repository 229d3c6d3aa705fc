"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.UnclearRef = exports.EngineError = void 0;
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
/** What was named is no name, and too short an id. */
class UnclearRef extends EngineError {
    constructor(kind, ref, { id, name }) {
        super('rejected', `no ${kind} is named ${ref}, but the id of ${name} begins so, of which 12 digits are needed: ${id.slice(0, 12)}`);
    }
}
exports.UnclearRef = UnclearRef;
