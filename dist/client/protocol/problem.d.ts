import { type Problem, TopoGcError } from '../domain/errors.ts';
export declare const PROBLEM_TYPE = "application/problem+json";
/** The problem document of any error. */
export declare function toProblem(error: unknown): Problem;
/** The error that a problem document describes. */
export declare function fromProblem(problem: Partial<Problem>): TopoGcError;
