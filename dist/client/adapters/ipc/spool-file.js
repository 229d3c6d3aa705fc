"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.makeSpool = makeSpool;
exports.spool = spool;
exports.removeSpool = removeSpool;
const node_crypto_1 = require("node:crypto");
const promises_1 = require("node:fs/promises");
const node_path_1 = require("node:path");
/** Makes the folder, which only its owner can enter. */
async function makeSpool(path) {
    await (0, promises_1.mkdir)(path, { mode: 0o700 });
}
/**
 * Leaves a submission in the spool: on disk, whole, and the folder's owner's, when it resolves.
 * @throws Error `ENOENT` where there is no spool any more
 */
async function spool(path, submission) {
    const name = (0, node_path_1.join)(path, (0, node_crypto_1.randomUUID)());
    const file = await (0, promises_1.open)(`${name}.tmp`, 'wx', 0o600);
    try {
        await file.writeFile(JSON.stringify({ ...submission, submittedAt: new Date().toISOString() }));
        const owner = await (0, promises_1.stat)(path);
        if (process.geteuid?.() === 0)
            await (0, promises_1.chown)(`${name}.tmp`, owner.uid, owner.gid);
        await file.sync();
    }
    finally {
        await file.close();
    }
    await (0, promises_1.rename)(`${name}.tmp`, `${name}.json`);
    await syncFolder(path);
}
async function syncFolder(path) {
    const folder = await (0, promises_1.open)(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}
/** Removes what is left of the spool. */
async function removeSpool(path) {
    for (const folder of [path, `${path}.closed`])
        await (0, promises_1.rm)(folder, { recursive: true, force: true });
}
