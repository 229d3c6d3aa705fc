import { EngineError } from '../domain/engine.ts';
import { describeError, ERRORS, type Problem, TopoGcError } from '../domain/errors.ts';

export const PROBLEM_TYPE = 'application/problem+json';

function asTopoGcError(error: unknown): TopoGcError {
  if (error instanceof TopoGcError) return error;
  if (error instanceof EngineError) return new TopoGcError('engine-failed', describeError(error));
  return new TopoGcError('internal', describeError(error), { cause: error });
}

/** The problem document of any error. */
export function toProblem(error: unknown): Problem {
  const known = asTopoGcError(error);
  return {
    type: `urn:topo-gc:error:${known.code}`,
    ...ERRORS[known.code],
    detail: describeError(known),
    code: known.code,
    errors: known.faults,
  };
}

/** The error that a problem document describes. */
export function fromProblem(problem: Partial<Problem>): TopoGcError {
  const code = problem.code !== undefined && Object.hasOwn(ERRORS, problem.code) ? problem.code : 'internal';
  return new TopoGcError(code, problem.detail ?? problem.title ?? 'The agent answered with an error', {
    faults: problem.errors ?? [],
    problem,
  });
}
