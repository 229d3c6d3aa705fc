"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.OpenFolder = void 0;
const node_fs_1 = require("node:fs");
const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = node_fs_1.constants;
/**
 * A folder that is open. What is done below its `path` happens in that very folder, even if another takes its name
 * (proc(5), `/proc/self/fd`); and that path is short enough for a socket.
 */
class OpenFolder {
    #descriptor;
    /** @throws Error `ENOENT`; `ENOTDIR` if it is a link or a file */
    constructor(path) {
        this.#descriptor = (0, node_fs_1.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    }
    get path() {
        return `/proc/self/fd/${this.#descriptor}`;
    }
    stats() {
        return (0, node_fs_1.fstatSync)(this.#descriptor);
    }
    giveTo({ uid, gid }) {
        (0, node_fs_1.fchownSync)(this.#descriptor, uid, gid);
    }
    /** Makes what was made, renamed or removed in it survive a power cut. */
    sync() {
        (0, node_fs_1.fsyncSync)(this.#descriptor);
    }
    [Symbol.dispose]() {
        (0, node_fs_1.closeSync)(this.#descriptor);
    }
}
exports.OpenFolder = OpenFolder;
