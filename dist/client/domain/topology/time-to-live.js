"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.parseTtl = exports.TAKES_TTL = void 0;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
/** The form of a time to live, in words. */
exports.TAKES_TTL = 'a duration with its unit, from "1s" to "24h", such as "30m"';
/** A time to live in ms; `undefined` if the text is none. */
exports.parseTtl = (0, limit_inputs_ts_1.atLeast)(1000);
