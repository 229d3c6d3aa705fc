"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.UnclearRef = exports.NoManager = exports.EngineError = void 0;
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
/** The engine is a worker of its Swarm, and was asked for what only a manager knows. */
class NoManager extends EngineError {
    /** @param managers addresses of the managers, as the worker knows them */
    constructor(managers) {
        const where = managers.length === 0 ? '' : `: a manager is at ${managers.join(' or ')}`;
        super('rejected', `this engine is a worker of its Swarm, and only a manager knows services, configs and secrets${where}`);
    }
}
exports.NoManager = NoManager;
/** The reference is no known name, and is too short for an id. */
class UnclearRef extends EngineError {
    constructor(kind, ref, { id, name }) {
        super('rejected', `no ${kind} is named ${ref}, but the id of ${name} begins so, of which 12 digits are needed: ${id.slice(0, 12)}`);
    }
}
exports.UnclearRef = UnclearRef;
