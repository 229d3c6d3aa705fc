"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isSwept = void 0;
/** Whether nothing of the session is left. */
const isSwept = ({ leaks, unconfirmed, failed }) => leaks.length === 0 && unconfirmed === undefined && failed === undefined;
exports.isSwept = isSwept;
