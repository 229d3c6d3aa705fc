"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.parseLabel = exports.inputLines = void 0;
exports.parseLabels = parseLabels;
exports.carriesLabel = carriesLabel;
/** The values of an input with one value per line, trimmed and without empty lines. */
const inputLines = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
exports.inputLines = inputLines;
const LABEL = /^[^=\s]+=.+$/;
/** `key=value`, exactly one value of one key; `undefined` for anything wider. */
const parseLabel = (text) => (LABEL.test(text) ? text : undefined);
exports.parseLabel = parseLabel;
/** `sweep-labels`: one per line, each once, none if the text is empty; `undefined` if one of them is no `key=value`. */
function parseLabels(text) {
    const labels = [...new Set((0, exports.inputLines)(text))];
    return labels.every((label) => (0, exports.parseLabel)(label) !== undefined) ? labels : undefined;
}
/** Whether something carries exactly this `key=value`. */
function carriesLabel({ labels }, label) {
    const [key = '', ...value] = label.split('=');
    return Object.hasOwn(labels, key) && labels[key] === value.join('=');
}
