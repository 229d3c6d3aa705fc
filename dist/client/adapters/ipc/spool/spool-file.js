"use strict";
var __addDisposableResource = (this && this.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (this && this.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
Object.defineProperty(exports, "__esModule", { value: true });
exports.makeSpool = makeSpool;
exports.spool = spool;
const node_crypto_1 = require("node:crypto");
const node_fs_1 = require("node:fs");
const promises_1 = require("node:fs/promises");
const node_path_1 = require("node:path");
const open_folder_ts_1 = require("../../files/open-folder.js");
const own_file_ts_1 = require("../../files/own-file.js");
const system_clock_ts_1 = require("../../host/system-clock.js");
/** Makes the folder, which only its owner can enter. */
async function makeSpool(path) {
    await (0, promises_1.mkdir)(path, { mode: 0o700 });
}
/**
 * Leaves a submission in the spool: when this resolves, it is on disk, whole, and owned by the folder's owner. All
 * happens in the very folder that was there at the beginning, so that root, as under sudo, gives away no file in
 * another folder.
 * @throws Error `ENOENT` if there is no spool any more
 */
async function spool(path, submission) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const folder = __addDisposableResource(env_1, new open_folder_ts_1.OpenFolder(path), false);
        const owner = folder.stats();
        const name = (0, node_path_1.join)(folder.path, (0, node_crypto_1.randomUUID)());
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const file = __addDisposableResource(env_2, await (0, promises_1.open)(`${name}.tmp`, 'wx', 0o600), true);
                const submittedAt = new Date(system_clock_ts_1.systemClock.timeOfDay()).toISOString();
                await file.writeFile(JSON.stringify({ ...submission, submittedAt }));
                if ((0, own_file_ts_1.ownUser)() === 0)
                    await file.chown(owner.uid, owner.gid);
                await file.sync();
                await (0, promises_1.rename)(`${name}.tmp`, `${name}.json`);
                folder.sync();
            }
            catch (e_1) {
                env_2.error = e_1;
                env_2.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_2);
                if (result_1)
                    await result_1;
            }
        }
        catch (error) {
            await (0, promises_1.rm)(`${name}.tmp`, { force: true });
            throw error;
        }
        // A spool that was closed meanwhile may have been read for the last time.
        const now = (0, node_fs_1.lstatSync)(path, { throwIfNoEntry: false });
        if (now?.ino === owner.ino && now.dev === owner.dev)
            return;
        await (0, promises_1.rm)(`${name}.json`, { force: true });
        throw Object.assign(new Error(`ENOENT: the spool ${path} is closed`), { code: 'ENOENT' });
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
