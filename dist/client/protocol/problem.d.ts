import { type Problem, TopoGcError } from '../domain/errors.ts';
export declare const PROBLEM_TYPE = "application/problem+json";
/** Any error as its problem document. */
export declare function toProblem(error: unknown): Problem;
/** The error that a problem document tells of. */
export declare function fromProblem(problem: Partial<Problem>): TopoGcError;
