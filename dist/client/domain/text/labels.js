"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.parseLabel = void 0;
exports.parseLabels = parseLabels;
exports.carriesLabel = carriesLabel;
const input_lines_ts_1 = require("./input-lines.js");
const LABEL = /^[^=\s]+=.+$/;
/** `key=value`, which is exactly one value of one key; `undefined` for anything wider. */
const parseLabel = (text) => (LABEL.test(text) ? text : undefined);
exports.parseLabel = parseLabel;
/** `sweep-labels`: one a line, each once, none where the text is empty; `undefined` where one of them is no `key=value`. */
function parseLabels(text) {
    const labels = [...new Set((0, input_lines_ts_1.inputLines)(text))];
    return labels.every((label) => (0, exports.parseLabel)(label) !== undefined) ? labels : undefined;
}
/** Whether something carries exactly this `key=value`. */
function carriesLabel({ labels }, label) {
    const [key = '', ...value] = label.split('=');
    return Object.hasOwn(labels, key) && labels[key] === value.join('=');
}
