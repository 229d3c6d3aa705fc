"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.counted = void 0;
/** `1 container`, `2 containers`. @param many the plural, if it is not the word with an s */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
exports.counted = counted;
