"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.metadataLength = exports.MOST_METADATA = exports.MOST_KEYS = exports.MOST_SELECTORS = exports.MOST_MEMBERS = void 0;
exports.limitFaults = limitFaults;
/** The limits of one submission; a client submits larger topologies in parts, under one id. */
exports.MOST_MEMBERS = 2_000;
exports.MOST_SELECTORS = 100;
/** Metadata describes a topology and is kept as long as the topology: the most characters of keys and values together. */
exports.MOST_KEYS = 64;
exports.MOST_METADATA = 16_384;
/** The number of characters of keys and values together. */
const metadataLength = (metadata) => Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
exports.metadataLength = metadataLength;
/** A fault for each limit that a submission exceeds. */
function limitFaults({ members, selectors, metadata = {} }) {
    const over = (field, unit, count, most) => count <= most ? [] : [{ field, detail: `takes at most ${most} ${unit}, and has ${count}` }];
    return [
        ...over(members[exports.MOST_MEMBERS]?.field ?? 'containers', 'members in all', members.length, exports.MOST_MEMBERS),
        ...over('selectors', 'selectors', selectors.length, exports.MOST_SELECTORS),
        ...over('metadata', 'keys', Object.keys(metadata).length, exports.MOST_KEYS),
        ...over('metadata', 'characters in all', (0, exports.metadataLength)(metadata), exports.MOST_METADATA),
    ];
}
