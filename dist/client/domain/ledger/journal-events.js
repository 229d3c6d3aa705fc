"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isDurable = void 0;
/** A journal needs only what a successor could not find out: a successor simply repeats a stop or a removal that was under way. */
const isDurable = (event) => event.type !== 'stopping' && event.type !== 'removing' && event.type !== 'triggered';
exports.isDurable = isDurable;
