"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isNetnsName = exports.TAKES_NETNS = void 0;
exports.pidOfTarget = pidOfTarget;
exports.whyForeignNetns = whyForeignNetns;
const moment_ts_1 = require("../moment.js");
/** The form of a link's name, in words. */
exports.TAKES_NETNS = 'takes the name of a link in /var/run/netns: letters, digits and _ . -';
const isNetnsName = (text) => /^[\w.-]{1,255}$/.test(text) && !/^\.\.?$/.test(text);
exports.isNetnsName = isNetnsName;
/** The process whose network namespace a link points to; `undefined` for any other target than `/proc/PID/ns/net`. */
function pidOfTarget(target) {
    const [, pid] = /^\/proc\/([1-9]\d{0,9})\/ns\/net$/.exec(target) ?? [];
    return pid === undefined ? undefined : Number(pid);
}
/**
 * Why a link does not belong to the submission; `undefined` if it does. It does if it points to one of the submission's
 * containers, or if it points to a process that is gone and the link existed before the submission.
 * @param containers pids of the submission's containers
 */
function whyForeignNetns({ pid, isAlive, made }, containers, submitted) {
    if (containers.has(pid))
        return undefined;
    if (isAlive)
        return `points to the process ${pid}, which is none of the submission's containers`;
    if (!(0, moment_ts_1.isNotYounger)(made, submitted))
        return `points to the process ${pid}, which is gone, and may be younger than the submission`;
    return undefined;
}
