"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.firstBelowAnonymous = exports.firstBelow = exports.isAnonymous = void 0;
exports.mountsBelow = mountsBelow;
const SHARED = new Set(['shared', 'rshared']);
/**
 * What the host gets mounted below volumes of a container. One mount with shared propagation is enough: the engine shares the root
 * of the container for it, and with that all of its mounts below volumes, whatever their own propagation is.
 */
function mountsBelow(mounts) {
    if (!mounts.some(({ propagation }) => SHARED.has(propagation)))
        return [];
    return mounts.flatMap(({ type, name: volume, destination: folder }) => type !== 'volume' || volume === undefined
        ? []
        : mounts
            .filter(({ destination }) => destination.startsWith(`${folder}/`))
            .map(({ destination, source }) => ({ volume, path: destination.slice(folder.length + 1), source })));
}
/** Engines name volumes that nobody has named by 64 hexadecimal digits. */
const isAnonymous = (volume) => /^[0-9a-f]{64}$/.test(volume);
exports.isAnonymous = isAnonymous;
/** The first mount of a host at or below the place of a volume, but for the one that its driver makes. */
const firstBelow = ({ mountpoint, isMount }, mounted) => mounted.find((path) => path.startsWith(`${mountpoint}/`) || (path === mountpoint && !isMount));
exports.firstBelow = firstBelow;
/** The same where only the name of an anonymous volume is known, which no other volume of the host has. */
const firstBelowAnonymous = (volume, mounted) => mounted.find((path) => `${path}/`.includes(`/${volume}/_data/`));
exports.firstBelowAnonymous = firstBelowAnonymous;
