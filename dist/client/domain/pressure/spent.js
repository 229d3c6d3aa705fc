"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.mayFire = mayFire;
exports.afterCollection = afterCollection;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;
/** A smaller share of the news step counts as no change. */
const NOTHING = 0.1;
/** Whether a crossed threshold fires: it became worse, or there are new submissions and no pause. */
function mayFire(spent, crossed, { at, submissions }) {
    if (spent === undefined)
        return true;
    if (crossed.reading - spent.crossed.reading >= crossed.step)
        return true;
    return submissions !== spent.submissions && at >= spent.pausedUntil;
}
/**
 * The state of a threshold after a collection: `undefined` if the reading is back by its margin.
 * @param before the threshold when it fired
 * @param after the threshold now, if the reading is not back
 */
function afterCollection(spent, before, after, { at, submissions }) {
    if (after === undefined)
        return undefined;
    const hasHelped = before.reading - after.reading >= before.step * NOTHING;
    const inVain = hasHelped ? 0 : (spent?.inVain ?? 0) + 1;
    const pauseMs = inVain === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (inVain - 1));
    return { crossed: after, submissions, inVain, pausedUntil: at + pauseMs };
}
