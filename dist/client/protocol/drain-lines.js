"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.readDrain = readDrain;
const lines_ts_1 = require("../domain/text/lines.js");
const problem_ts_1 = require("./problem.js");
/**
 * Reads a drain's answer to the end and returns its report.
 * @throws TopoGcError the problem that ended it; Error if it ended with neither
 */
async function readDrain(chunks, onProgress) {
    for await (const text of (0, lines_ts_1.linesOf)(chunks)) {
        const line = JSON.parse(text);
        if (line.type === 'report')
            return line.report;
        if (line.type === 'problem')
            throw (0, problem_ts_1.fromProblem)(line.problem);
        onProgress(line);
    }
    throw new Error('the answer ended before the report');
}
