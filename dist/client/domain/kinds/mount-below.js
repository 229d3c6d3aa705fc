"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.firstBelowAnonymous = exports.firstBelow = exports.isAnonymous = void 0;
exports.mountsBelow = mountsBelow;
const SHARED = new Set(['shared', 'rshared']);
/**
 * The mounts that the host gets below volumes of a container. One mount with shared propagation is enough: the engine then
 * shares the container's root, and with it all mounts below its volumes, whatever their own propagation is.
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
/** Engines name anonymous volumes with 64 hexadecimal digits. */
const isAnonymous = (volume) => /^[0-9a-f]{64}$/.test(volume);
exports.isAnonymous = isAnonymous;
/** The first mount of a host at or below the place of a volume, except the mount that the driver makes. */
const firstBelow = ({ mountpoint, isMount }, mounted) => mounted.find((path) => path.startsWith(`${mountpoint}/`) || (path === mountpoint && !isMount));
exports.firstBelow = firstBelow;
/** The same for an anonymous volume of which only the name is known; no other volume of the host has that name. */
const firstBelowAnonymous = (volume, mounted) => mounted.find((path) => `${path}/`.includes(`/${volume}/_data/`));
exports.firstBelowAnonymous = firstBelowAnonymous;
