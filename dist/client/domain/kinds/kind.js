"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeKind = void 0;
/** Takes the object of a kind, whose names count as types: `describeKind<NetworkFacts>()({ kind: 'network', … })`. */
const describeKind = () => (kind) => kind;
exports.describeKind = describeKind;
