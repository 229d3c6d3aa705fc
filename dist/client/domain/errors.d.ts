/** The one table of errors: code, HTTP status, and title of the problem document. */
export declare const ERRORS: {
    readonly 'invalid-input': {
        readonly status: 400;
        readonly title: "An input is not valid";
    };
    readonly 'invalid-submission': {
        readonly status: 400;
        readonly title: "The submission is not valid";
    };
    readonly 'invalid-request': {
        readonly status: 400;
        readonly title: "The request is not valid";
    };
    readonly 'not-supported': {
        readonly status: 501;
        readonly title: "Not supported by this version";
    };
    readonly 'not-found': {
        readonly status: 404;
        readonly title: "Not found";
    };
    readonly 'method-not-allowed': {
        readonly status: 405;
        readonly title: "Not a method of this route";
    };
    readonly 'already-removed': {
        readonly status: 409;
        readonly title: "The topology is already removed";
    };
    readonly 'already-submitted': {
        readonly status: 409;
        readonly title: "The topology is already submitted";
    };
    readonly 'too-slow': {
        readonly status: 408;
        readonly title: "The request took too long to arrive";
    };
    readonly 'too-large': {
        readonly status: 413;
        readonly title: "The body is larger than 1 MiB";
    };
    readonly refused: {
        readonly status: 422;
        readonly title: "The submission is refused by protection";
    };
    readonly 'other-engine': {
        readonly status: 422;
        readonly title: "The submission is meant for another engine";
    };
    readonly 'journal-failed': {
        readonly status: 507;
        readonly title: "The journal could not be written";
    };
    readonly overloaded: {
        readonly status: 503;
        readonly title: "The agent has as much at hand as it takes";
    };
    readonly closed: {
        readonly status: 503;
        readonly title: "The agent has drained for the last time and takes nothing more";
    };
    readonly 'engine-failed': {
        readonly status: 502;
        readonly title: "The engine did not answer as expected";
    };
    readonly 'engine-not-found': {
        readonly status: 502;
        readonly title: "No Docker Engine was reached";
    };
    readonly 'agent-not-found': {
        readonly status: 502;
        readonly title: "No agent was reached";
    };
    readonly 'agent-failed': {
        readonly status: 500;
        readonly title: "The agent did not start";
    };
    readonly 'session-taken': {
        readonly status: 409;
        readonly title: "Another process works for the session";
    };
    readonly 'already-swept': {
        readonly status: 410;
        readonly title: "A sweep has collected what the session had left";
    };
    readonly internal: {
        readonly status: 500;
        readonly title: "The agent made a mistake";
    };
};
export type ErrorCode = keyof typeof ERRORS;
/** One fault of several: its place (`containers[2]`, `disk-threshold`), what is there, and what is wanted. */
export interface Fault {
    readonly field: string;
    readonly value?: string;
    readonly detail: string;
}
/** `application/problem+json` (RFC 9457), with our code and one entry per fault. */
export interface Problem {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly code: ErrorCode;
    readonly errors: readonly Fault[];
}
/** Every error that a user can see. `message` is a sentence; `faults` has one entry per fault. */
export declare class TopoGcError extends Error {
    readonly name: string;
    readonly code: ErrorCode;
    readonly faults: readonly Fault[];
    /** Whether the message already contains each fault. */
    readonly tellsFaults: boolean;
    /** The agent's problem document, if the error came from the agent. */
    readonly problem?: Partial<Problem>;
    constructor(code: ErrorCode, message: string, options?: {
        faults?: readonly Fault[];
        tellsFaults?: boolean;
        cause?: unknown;
        problem?: Partial<Problem>;
    });
}
/** The sentence of any error, with the causes that add information. */
export declare function describeError(error: unknown): string;
/** One line for a fault: `disk-threshold "12": takes N% used, SIZE free or off`. */
export declare const describeFault: (fault: Fault) => string;
