"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.usedPercent = void 0;
/** The used share of a supply, 0 to 100. */
const usedPercent = ({ total = 0, value }) => total === 0 ? 0 : 100 * (1 - value / total);
exports.usedPercent = usedPercent;
