"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.UnclearRef = exports.EngineError = void 0;
/** The engine's own words when it did not do what was asked. */
class EngineError extends Error {
    name = 'EngineError';
    fault;
    constructor(fault, message, cause) {
        super(message, { cause });
        this.fault = fault;
    }
}
exports.EngineError = EngineError;
/** The reference is no known name, and is too short for an id. */
class UnclearRef extends EngineError {
    constructor(kind, ref, { id, name }) {
        super('rejected', `no ${kind} is named ${ref}, but the id of ${name} begins so, of which 12 digits are needed: ${id.slice(0, 12)}`);
    }
}
exports.UnclearRef = UnclearRef;
