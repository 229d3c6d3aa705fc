"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.PROBLEM_TYPE = void 0;
exports.toProblem = toProblem;
exports.fromProblem = fromProblem;
const engine_ts_1 = require("../domain/engine.js");
const errors_ts_1 = require("../domain/errors.js");
exports.PROBLEM_TYPE = 'application/problem+json';
function asTopoGcError(error) {
    if (error instanceof errors_ts_1.TopoGcError)
        return error;
    if (error instanceof engine_ts_1.EngineError)
        return new errors_ts_1.TopoGcError('engine-failed', (0, errors_ts_1.describeError)(error));
    return new errors_ts_1.TopoGcError('internal', (0, errors_ts_1.describeError)(error), { cause: error });
}
/** The problem document of any error. */
function toProblem(error) {
    const known = asTopoGcError(error);
    return {
        type: `urn:topo-gc:error:${known.code}`,
        ...errors_ts_1.ERRORS[known.code],
        detail: (0, errors_ts_1.describeError)(known),
        code: known.code,
        errors: known.faults,
    };
}
/** The error that a problem document describes. */
function fromProblem(problem) {
    const code = problem.code !== undefined && Object.hasOwn(errors_ts_1.ERRORS, problem.code) ? problem.code : 'internal';
    return new errors_ts_1.TopoGcError(code, problem.detail ?? problem.title ?? 'The agent answered with an error', {
        faults: problem.errors ?? [],
        problem,
    });
}
