"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isNetnsName = exports.TAKES_NETNS = void 0;
exports.pidOfTarget = pidOfTarget;
exports.whyForeignLink = whyForeignLink;
/** What the name of a link has to be, in words. */
exports.TAKES_NETNS = 'takes the name of a link in /var/run/netns: letters, digits and _ . -';
const isNetnsName = (text) => /^[\w.-]{1,255}$/.test(text) && !/^\.\.?$/.test(text);
exports.isNetnsName = isNetnsName;
/** The process whose network namespace a link points to; `undefined` for any other target than `/proc/PID/ns/net`. */
function pidOfTarget(target) {
    const [, pid] = /^\/proc\/([1-9]\d{0,9})\/ns\/net$/.exec(target) ?? [];
    return pid === undefined ? undefined : Number(pid);
}
/**
 * Why a link is not the submission's own; `undefined` where it is: it points to one of the submission's containers, or to a
 * process that is gone, and was there before the submission.
 * @param containers pids of the submission's containers
 * @param submittedAt in ms since the epoch, the host's clock
 */
function whyForeignLink({ pid, isAlive, createdAt }, containers, submittedAt) {
    if (containers.has(pid))
        return undefined;
    if (isAlive)
        return `points to the process ${pid}, which is none of the submission's containers`;
    if (createdAt > submittedAt)
        return `points to the process ${pid}, which is gone, and is younger than the submission`;
    return undefined;
}
