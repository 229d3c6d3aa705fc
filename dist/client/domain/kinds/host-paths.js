"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.rootOf = exports.overlap = exports.isPlainPath = exports.TAKES_PATH = void 0;
exports.parsePathRoots = parsePathRoots;
exports.whyOutside = whyOutside;
exports.whyNoWay = whyNoWay;
const input_names_ts_1 = require("../limits/input-names.js");
const labels_ts_1 = require("../text/labels.js");
/** The form of a path, in words. */
exports.TAKES_PATH = 'takes an absolute path, no segment of it empty, "." or ".."';
/** Whether a text is the only way to write a path, so that the text alone shows what the path is below. */
const isPlainPath = (text) => text.startsWith('/') &&
    !text.includes('\0') &&
    text
        .slice(1)
        .split('/')
        .every((segment) => !['', '.', '..'].includes(segment));
exports.isPlainPath = isPlainPath;
/** `path-roots`: one per line, without empty lines; `undefined` if one of them is no plain path, or is `/`. */
function parsePathRoots(text) {
    const roots = (0, labels_ts_1.inputLines)(text);
    return roots.length > 0 && roots.every(exports.isPlainPath) ? roots : undefined;
}
const isBelow = (path, folder) => path.startsWith(`${folder}/`);
/** True if removing one path would touch the other. */
const overlap = (a, b) => a === b || isBelow(a, b) || isBelow(b, a);
exports.overlap = overlap;
/** The innermost root that contains a path. */
const rootOf = (path, roots) => roots.filter((root) => isBelow(path, root)).sort((a, b) => b.length - a.length)[0];
exports.rootOf = rootOf;
/** Why the roots do not allow the removal of a path; `undefined` if they do. */
function whyOutside(path, roots) {
    if (!(0, exports.isPlainPath)(path))
        return 'is no absolute path without empty segments, "." and ".."';
    if (roots.includes(path))
        return `is one of the ${input_names_ts_1.INPUT.pathRoots} itself`;
    const held = roots.find((root) => isBelow(root, path));
    if (held !== undefined)
        return `holds ${held}, one of the ${input_names_ts_1.INPUT.pathRoots}`;
    if ((0, exports.rootOf)(path, roots) === undefined)
        return `is not below ${roots.join(' or ')} (${input_names_ts_1.INPUT.pathRoots})`;
    return undefined;
}
const STICKY = 0o1000;
const OTHERS_MAY_WRITE = 0o022;
/**
 * Why the way to a path can't be relied on; `undefined` if it can. A user who may write a folder can replace its content
 * between the submission and the removal, and so choose what is removed. So each folder must belong to one of `owners`
 * (root, and the user of the agent), and no other user may write it: neither its group, whose members are unknown here (an
 * ACL also shows in the group's bits), nor the world.
 *
 * The one exception is a sticky folder above the root, such as `/tmp` above `/tmp/topology`. Other users may put things
 * beside the root there, but they cannot move or replace what belongs to one of `owners`; the next folder on the way is
 * checked for that too. Sticky folders from the root down are no exception: other users could make the very path before its
 * owner does.
 * @param owners uids
 */
function whyNoWay(ancestor, owners) {
    const { path, isLink, owner, mode, isAboveRoot } = ancestor;
    if (isLink)
        return `${path}, on the way to it, is a symbolic link`;
    if (!owners.includes(owner))
        return `${path}, on the way to it, belongs to another user (uid ${owner})`;
    if ((mode & OTHERS_MAY_WRITE) === 0)
        return undefined;
    if (isAboveRoot && (mode & STICKY) !== 0)
        return undefined;
    return `others may write ${path}, on the way to it (mode ${mode.toString(8).padStart(4, '0')})`;
}
