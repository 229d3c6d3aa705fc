"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.counted = void 0;
/** `1 container`, `2 containers`. @param many what two of it are, where that is not the word and an s */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
exports.counted = counted;
