"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.rootOf = exports.overlap = exports.isPlainPath = exports.TAKES_PATH = void 0;
exports.parsePathRoots = parsePathRoots;
exports.whyOutside = whyOutside;
exports.whyNoWay = whyNoWay;
const labels_ts_1 = require("../text/labels.js");
/** What a path has to be, in words. */
exports.TAKES_PATH = 'takes an absolute path, no segment of it empty, "." or ".."';
/** Whether a text is the only way to write a path: what it is below can be told from the text alone. */
const isPlainPath = (text) => text.startsWith('/') &&
    !text.includes('\0') &&
    text
        .slice(1)
        .split('/')
        .every((segment) => !['', '.', '..'].includes(segment));
exports.isPlainPath = isPlainPath;
/** `path-roots`: one a line, without empty lines; `undefined` where one of them is no plain path, or `/`. */
function parsePathRoots(text) {
    const roots = (0, labels_ts_1.inputLines)(text);
    return roots.length > 0 && roots.every(exports.isPlainPath) ? roots : undefined;
}
const isBelow = (path, folder) => path.startsWith(`${folder}/`);
/** True where the removal of one would touch the other. */
const overlap = (a, b) => a === b || isBelow(a, b) || isBelow(b, a);
exports.overlap = overlap;
/** The innermost of the roots that a path is below. */
const rootOf = (path, roots) => roots.filter((root) => isBelow(path, root)).sort((a, b) => b.length - a.length)[0];
exports.rootOf = rootOf;
/** Why the roots don't allow that a path is removed; `undefined` where they do. */
function whyOutside(path, roots) {
    if (!(0, exports.isPlainPath)(path))
        return 'is no absolute path without empty segments, "." and ".."';
    if (roots.includes(path))
        return 'is one of the path-roots itself';
    const held = roots.find((root) => isBelow(root, path));
    if (held !== undefined)
        return `holds ${held}, one of the path-roots`;
    if ((0, exports.rootOf)(path, roots) === undefined)
        return `is not below ${roots.join(' or ')} (path-roots)`;
    return undefined;
}
const STICKY = 0o1000;
const OTHERS_MAY_WRITE = 0o022;
/**
 * Why the way to a path can't be relied on; `undefined` where it can. Whoever may write a folder can put something else in
 * the place of what is in there, between the submission and the removal, and so choose what is removed. So each folder
 * has to belong to one of `owners` (root, and who runs the agent), and nobody else may write it: neither its group, of
 * which nobody can say here who is in it (an ACL shows in the group's bits as well), nor the world.
 *
 * The one exception is a sticky folder above the root, as `/tmp` is above `/tmp/topology`: others may put
 * things beside the root, but not move or replace what belongs to one of `owners`, and that the next folder on the way does is
 * asked as well. From the root down a sticky folder is no exception: there, others could make the very path before its owner does.
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
