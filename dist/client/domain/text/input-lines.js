"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.inputLines = void 0;
/** What an input of one thing a line holds, trimmed and without empty lines. */
const inputLines = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
exports.inputLines = inputLines;
