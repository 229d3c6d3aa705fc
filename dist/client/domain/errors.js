"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeFault = exports.TopoGcError = exports.ERRORS = void 0;
exports.describeError = describeError;
/** The one table of errors: code, HTTP status, and title of the problem document. */
exports.ERRORS = {
    'invalid-input': { status: 400, title: 'An input is not valid' },
    'invalid-submission': { status: 400, title: 'The submission is not valid' },
    'invalid-request': { status: 400, title: 'The request is not valid' },
    'not-supported': { status: 501, title: 'Not supported by this version' },
    'not-found': { status: 404, title: 'Not found' },
    'method-not-allowed': { status: 405, title: 'Not a method of this route' },
    'already-removed': { status: 409, title: 'The topology is already removed' },
    'already-submitted': { status: 409, title: 'The topology is already submitted' },
    'too-slow': { status: 408, title: 'The request took too long to arrive' },
    'too-large': { status: 413, title: 'The body is larger than 1 MiB' },
    refused: { status: 422, title: 'The submission is refused by protection' },
    'other-engine': { status: 422, title: 'The submission is meant for another engine' },
    'journal-failed': { status: 507, title: 'The journal could not be written' },
    overloaded: { status: 503, title: 'The agent has as much at hand as it takes' },
    closed: { status: 503, title: 'The agent has drained for the last time and takes nothing more' },
    'engine-failed': { status: 502, title: 'The engine did not answer as expected' },
    'engine-not-found': { status: 502, title: 'No Docker Engine was reached' },
    'agent-not-found': { status: 502, title: 'No agent was reached' },
    'agent-failed': { status: 500, title: 'The agent did not start' },
    'session-taken': { status: 409, title: 'Another process works for the session' },
    'already-swept': { status: 410, title: 'A sweep has collected what the session had left' },
    internal: { status: 500, title: 'The agent made a mistake' },
};
/** Every error that a user can see. `message` is a sentence; `faults` has one entry per fault. */
class TopoGcError extends Error {
    name = 'TopoGcError';
    code;
    faults;
    /** Whether the message already contains each fault. */
    tellsFaults;
    /** The agent's problem document, if the error came from the agent. */
    problem;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.faults = options.faults ?? [];
        this.tellsFaults = options.tellsFaults ?? false;
        if (options.problem !== undefined)
            this.problem = options.problem;
    }
}
exports.TopoGcError = TopoGcError;
/** The sentence of any error, with the causes that add information. */
function describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.message || error.name;
    if (error.cause === undefined)
        return own;
    const cause = describeError(error.cause);
    return own.includes(cause) ? own : `${own}: ${cause}`;
}
/** One line for a fault: `disk-threshold "12": takes N% used, SIZE free or off`. */
const describeFault = (fault) => `${fault.field}${fault.value === undefined ? '' : ` ${JSON.stringify(fault.value)}`}: ${fault.detail}`;
exports.describeFault = describeFault;
