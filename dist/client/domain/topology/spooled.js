"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeRejected = exports.MOST_REFUSALS = void 0;
/** The number of refused submissions that are kept: a client that always fails repeats itself. */
exports.MOST_REFUSALS = 100;
/** `half.json of the spool`, `the submission of lab`. */
const describeRejected = ({ file, topology }) => file !== undefined
    ? `${file} of the spool`
    : topology === undefined
        ? 'a submission'
        : `the submission of ${topology}`;
exports.describeRejected = describeRejected;
