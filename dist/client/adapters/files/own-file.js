"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whyNotOwnFolder = exports.ownUser = exports.NotOwn = exports.UNFOLLOWED = void 0;
exports.checkOwnFile = checkOwnFile;
exports.checkOwnFolder = checkOwnFolder;
exports.isOwnFolder = isOwnFolder;
exports.readOwnFile = readOwnFile;
const node_fs_1 = require("node:fs");
const { O_NOFOLLOW, O_NONBLOCK } = node_fs_1.constants;
/** Added to the flags of open(2): follows no link, and does not wait for a foreign pipe. */
exports.UNFOLLOWED = O_NOFOLLOW | O_NONBLOCK;
/** Why something does not count; the text follows its path. */
class NotOwn extends Error {
    name = 'NotOwn';
}
exports.NotOwn = NotOwn;
/** The effective user of this process. */
const ownUser = () => process.geteuid?.() ?? 0;
exports.ownUser = ownUser;
const whyNotOwn = (path, { uid }) => uid === (0, exports.ownUser)() ? undefined : `${path} belongs to the user ${uid}, not to ${(0, exports.ownUser)()}`;
/** Why something is not a folder of this user's; a link does not count, if `stats` are of the link itself. */
const whyNotOwnFolder = (path, stats) => stats.isDirectory() ? whyNotOwn(path, stats) : `${path} is no folder`;
exports.whyNotOwnFolder = whyNotOwnFolder;
function check(why) {
    if (why !== undefined)
        throw new NotOwn(why);
}
/** @throws NotOwn unless it is a plain file of this user's */
function checkOwnFile(path, stats) {
    check(stats.isFile() ? whyNotOwn(path, stats) : `${path} is no plain file`);
}
/** @throws NotOwn as `whyNotOwnFolder` says */
function checkOwnFolder(path, stats) {
    check((0, exports.whyNotOwnFolder)(path, stats));
}
/** Whether a folder of this user's is there; a link does not count. */
function isOwnFolder(path) {
    const stats = (0, node_fs_1.lstatSync)(path, { throwIfNoEntry: false });
    return (stats?.isDirectory() ?? false) && stats?.uid === (0, exports.ownUser)();
}
/** Our files are records of one session: a larger file is something else. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Reads a plain file of this user's. @throws NotOwn if it is something else; Error `ENOENT` and the like */
function readOwnFile(path) {
    const descriptor = (0, node_fs_1.openSync)(path, node_fs_1.constants.O_RDONLY | exports.UNFOLLOWED);
    try {
        const stats = (0, node_fs_1.fstatSync)(descriptor);
        checkOwnFile(path, stats);
        if (stats.size > MOST_BYTES)
            throw new NotOwn(`${path} is larger than ${MOST_BYTES} bytes`);
        return (0, node_fs_1.readFileSync)(descriptor, 'utf8');
    }
    finally {
        (0, node_fs_1.closeSync)(descriptor);
    }
}
